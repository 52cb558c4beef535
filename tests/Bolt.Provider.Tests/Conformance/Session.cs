using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Bolt.Provider.Tests.Conformance;

/// <summary>A subject at work: a factory to log with, and, once it is disposed, what came out.</summary>
public sealed class Session : IDisposable
{
    private const string Category = "Conformance";
    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly ConformanceSubject _subject;
    private readonly MemoryStream _output = new();

    public Session(ConformanceSubject subject, Action<ILoggingBuilder>? configure = null)
    {
        _subject = subject;
        Factory = subject.CreateFactory(Stream.Synchronized(_output), configure ?? (static _ => { }));
        Logger = Factory.CreateLogger(Category);
    }

    public ILoggerFactory Factory { get; }

    public ILogger Logger { get; }

    /// <summary>The records that a few calls leave.</summary>
    public static IReadOnlyList<LogRecord> Records(ConformanceSubject subject, Action<ILogger> log)
    {
        using var session = new Session(subject);
        log(session.Logger);
        return session.Records();
    }

    /// <summary>The one record that a call leaves.</summary>
    public static LogRecord Record(ConformanceSubject subject, Action<ILogger> log) => Only(Records(subject, log));

    /// <summary>Disposes the factory and reads what was written.</summary>
    public IReadOnlyList<LogRecord> Records()
    {
        Dispose();
        return Read(_subject, _output.ToArray());
    }

    /// <summary>Disposes the factory and reads the one record written.</summary>
    public LogRecord Record() => Only(Records());

    public void Dispose() => Factory.Dispose();

    /// <summary>Reads lines. Fails where one is not a JSON object in UTF-8 that ends with a line feed.</summary>
    public static IReadOnlyList<LogRecord> Read(ConformanceSubject subject, byte[] output)
    {
        string text;
        try
        {
            text = s_strict.GetString(output);
        }
        catch (DecoderFallbackException)
        {
            throw Xunit.Sdk.FailException.ForFailure("What was written is not UTF-8.");
        }

        if (text.Length == 0)
            return [];

        Assert.True(text[^1] == '\n', "The last line has no end: " + text[Math.Max(0, text.Length - 200)..]);
        var records = new List<LogRecord>();
        foreach (string line in text[..^1].Split('\n'))
            records.Add(Read(subject, line.TrimEnd('\r')));

        return records;
    }

    private static LogRecord Read(ConformanceSubject subject, string line)
    {
        JsonElement root;
        try
        {
            root = JsonElement.Parse(line);
        }
        catch (JsonException exception)
        {
            throw Xunit.Sdk.FailException.ForFailure($"Not JSON ({exception.Message}): {(line.Length > 1000 ? line[..1000] + "…" : line)}");
        }

        Assert.True(root.ValueKind == JsonValueKind.Object, "Not an object: " + line);
        return subject.Read(line, root);
    }

    private static LogRecord Only(IReadOnlyList<LogRecord> records)
    {
        Assert.True(records.Count == 1, $"{records.Count} records instead of one");
        return records[0];
    }
}
