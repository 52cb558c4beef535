using Bolt.Sinks;
using Microsoft.Extensions.Configuration;

namespace Bolt.Runtime;

/// <summary>The setting <c>Sinks</c>: a list of sinks, each with its type and that type's options.</summary>
internal static class SinkSettings
{
    private const string Setting = nameof(BoltOptions.Sinks);
    private const string SinkType = "Type";
    private const string SinkPath = "Path";
    private const string SinkShape = "Shape";

    private static readonly TimeSpan s_longestCheck = TimeSpan.FromHours(1);

    /// <summary>Notes what is wrong, without making a sink.</summary>
    internal static void Check(SettingReader reader, List<string> problems)
    {
        if (reader.TryText(Setting, out string value))
            reader.Refuse(Setting, value, "give a list of sinks, each with its Type");

        foreach ((IConfigurationSection section, string path) in reader.Children(Setting))
            _ = Read(section, path, problems);
    }

    /// <summary>Makes the sinks, in their order.</summary>
    /// <param name="section">The section <c>Logging:Bolt</c>, checked.</param>
    /// <param name="problems">Receives why a sink could not be made; then none is left open.</param>
    internal static IReadOnlyList<LogSink> Create(IConfiguration section, List<string> problems)
    {
        var sinks = new List<LogSink>();
        foreach ((IConfigurationSection sink, string path) in new SettingReader(section, BoltSettings.Path, problems).Children(Setting))
        {
            try
            {
                if (Read(sink, path, problems) is { } make)
                    sinks.Add(make());
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
            {
                problems.Add($"{path} cannot be opened: {exception.Message}");
            }
        }

        if (problems.Count > 0)
        {
            foreach (LogSink sink in sinks)
                sink.Dispose();

            sinks.Clear();
        }

        return sinks;
    }

    private static Func<LogSink>? Read(IConfigurationSection section, string path, List<string> problems)
    {
        var reader = new SettingReader(section, path, problems);
        Func<LogSink>? make = null;
        if (!reader.TryText(SinkType, out string type))
            problems.Add($"{path}:{SinkType} is missing: use Console or File. Sinks of other types are added in code: AddBolt(options => options.Sinks.Add(…)).");
        else if (type.Equals("Console", StringComparison.OrdinalIgnoreCase))
            make = Console(reader);
        else if (type.Equals("File", StringComparison.OrdinalIgnoreCase))
            make = File(reader, path, problems);
        else
            reader.Refuse(SinkType, type, "use Console or File; sinks of other types are added in code: AddBolt(options => options.Sinks.Add(…))");

        if (make is null)
            return null;

        if (reader.TryEnum(SinkShape, out RecordShape shape))
        {
            Func<LogSink> inner = make;
            make = () => new ShapedSink(inner(), shape);
        }

        reader.RefuseUnknown();
        return make;
    }

    private static Func<LogSink> Console(SettingReader reader)
    {
        var options = new ConsoleSinkOptions();
        if (reader.TryEnum(nameof(ConsoleSinkOptions.Format), out ConsoleFormat format))
            options.Format = format;

        if (reader.TryEnum(nameof(ConsoleSinkOptions.Colors), out AnsiColors colors))
            options.Colors = colors;

        if (reader.TrySwitch(nameof(ConsoleSinkOptions.ToStandardError), out bool toError))
            options.ToStandardError = toError;

        return () => new ConsoleSink(options);
    }

    private static Func<LogSink> File(SettingReader reader, string path, List<string> problems)
    {
        var options = new FileSinkOptions();
        if (!reader.TryText(SinkPath, out string file))
            problems.Add($"{path}:{SinkPath} is missing: give the file to write.");

        if (reader.TryNumber(nameof(FileSinkOptions.MaxFileBytes), 1, long.MaxValue, out long bytes))
            options.MaxFileBytes = bytes;

        if (reader.TryEnum(nameof(FileSinkOptions.RollInterval), out RollInterval interval))
            options.RollInterval = interval;

        if (reader.TryNumber(nameof(FileSinkOptions.RetainedFiles), 0, int.MaxValue, out long retained))
            options.RetainedFiles = (int)retained;

        if (reader.TryEnum(nameof(FileSinkOptions.Sync), out FileSync sync))
            options.Sync = sync;

        if (reader.TryDuration(nameof(FileSinkOptions.ReopenCheckInterval), TimeSpan.Zero, s_longestCheck, out TimeSpan check))
            options.ReopenCheckInterval = check;

        if (reader.TryEnum(nameof(FileSinkOptions.UnixFileMode), out UnixFileMode mode))
            options.UnixFileMode = mode;

        return () => new FileSink(file, options);
    }
}
