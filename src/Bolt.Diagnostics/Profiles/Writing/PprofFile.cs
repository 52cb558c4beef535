using System.IO.Compression;
using Bolt.Diagnostics.Profiles.Symbols;

namespace Bolt.Diagnostics.Profiles.Writing;

/// <summary>Writes a profile as <c>go tool pprof</c> reads it: the message <c>perftools.profiles.Profile</c>, gzipped.</summary>
internal sealed class PprofFile
{
    private readonly ProtobufWriter _profile = new();
    private readonly Dictionary<string, long> _texts = new() { [""] = 0 };
    private readonly List<string> _table = [""];
    private readonly Dictionary<Frame, long> _locations = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<(string, string, string?, int), long> _functions = [];
    private readonly Dictionary<string, long> _mappings = [];

    private PprofFile()
    {
    }

    /// <summary>Writes the profile; the stream stays open.</summary>
    public static void Write(StackProfile profile, Stream stream)
    {
        var file = new PprofFile();
        file.Fill(profile);
        using var zip = new GZipStream(stream, CompressionLevel.Fastest, leaveOpen: true);
        file._profile.CopyTo(zip);
    }

    private void Fill(StackProfile profile)
    {
        foreach ((string type, string unit) in profile.Values)
            _profile.Message(1, ValueType(type, unit));
        foreach ((int stack, string? label, double[] values) in profile.Samples)
            _profile.Message(2, Sample(profile, stack, label, values));

        _profile.Number(9, (profile.Time - DateTimeOffset.UnixEpoch).Ticks * 100);
        _profile.Number(10, profile.Duration.Ticks * 100);
        if (profile.Period is { } period)
        {
            _profile.Message(11, ValueType(period.Type, period.Unit));
            _profile.Number(12, period.Value);
        }

        _profile.Numbers(13, profile.Comments.Select(Text));
        _profile.Number(14, Text(profile.DefaultValue));

        foreach (string text in _table)
            _profile.Text(6, text);
    }

    private ProtobufWriter ValueType(string type, string unit)
    {
        var message = new ProtobufWriter();
        message.Number(1, Text(type));
        message.Number(2, Text(unit));
        return message;
    }

    private ProtobufWriter Sample(StackProfile profile, int stack, string? label, double[] values)
    {
        var message = new ProtobufWriter();
        message.Numbers(1, profile.Frames(stack).Select(Location));
        message.Numbers(2, values.Select(value => (long)Math.Round(value)));
        if (profile.LabelKey is { } key && label is not null)
        {
            var pair = new ProtobufWriter();
            pair.Number(1, Text(key));
            pair.Number(2, Text(label));
            message.Message(3, pair);
        }

        return message;
    }

    private long Location(Frame frame)
    {
        if (_locations.TryGetValue(frame, out long id))
            return id;

        _locations.Add(frame, id = _locations.Count + 1);
        var line = new ProtobufWriter();
        line.Number(1, Function(frame));
        line.Number(2, frame.Line);

        // Without an address: the same place in two processes, or before and after a recompilation, is then one place to pprof.
        var message = new ProtobufWriter();
        message.Number(1, id);
        message.Number(2, Mapping(frame.Module ?? ""));
        message.Message(4, line);
        _profile.Message(4, message);
        return id;
    }

    private long Function(Frame frame)
    {
        (string, string, string?, int) key = (frame.Name, frame.SystemName, frame.File, frame.StartLine);
        if (_functions.TryGetValue(key, out long id))
            return id;

        _functions.Add(key, id = _functions.Count + 1);
        var message = new ProtobufWriter();
        message.Number(1, id);
        message.Number(2, Text(frame.Name));
        message.Number(3, Text(frame.SystemName));
        message.Number(4, Text(frame.File ?? ""));
        message.Number(5, frame.StartLine);
        _profile.Message(5, message);
        return id;
    }

    private long Mapping(string module)
    {
        if (_mappings.TryGetValue(module, out long id))
            return id;

        _mappings.Add(module, id = _mappings.Count + 1);
        var message = new ProtobufWriter();
        message.Number(1, id);
        message.Number(5, Text(module));

        // Keeps pprof from looking for the names in the file itself.
        message.Number(7, 1);
        message.Number(8, 1);
        message.Number(9, 1);
        message.Number(10, 1);
        _profile.Message(3, message);
        return id;
    }

    private long Text(string text)
    {
        if (!_texts.TryGetValue(text, out long index))
        {
            _texts.Add(text, index = _table.Count);
            _table.Add(text);
        }

        return index;
    }
}
