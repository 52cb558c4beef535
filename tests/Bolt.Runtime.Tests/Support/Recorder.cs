using Bolt.Sinks;

namespace Bolt.Runtime.Tests;

/// <summary>A factory over memory: what was written so far is one call away.</summary>
internal sealed class Recorder : IDisposable
{
    private readonly MemoryStream _stream = new();
    private readonly List<LogError> _errors = [];

    internal Recorder(Action<BoltOptions>? configure = null, RecordParts include = RecordParts.None)
    {
        Factory = BoltLoggerFactory.Create(options =>
        {
            options.Include = include;
            options.MinimumLevel = Microsoft.Extensions.Logging.LogLevel.Trace;
            options.OnError = error =>
            {
                lock (_errors)
                    _errors.Add(error);
            };
            options.Sinks.Add(new StreamSink(_stream, leaveOpen: true));
            configure?.Invoke(options);
        });
        Logger = Factory.CreateLogger("Test.Category");
    }

    internal BoltLoggerFactory Factory { get; }

    internal BoltLogger Logger { get; }

    internal LogError[] Errors
    {
        get
        {
            lock (_errors)
                return [.. _errors];
        }
    }

    /// <summary>Everything written so far, as text.</summary>
    internal string Text
    {
        get
        {
            Factory.Flush();
            return System.Text.Encoding.UTF8.GetString(_stream.ToArray());
        }
    }

    /// <summary>The lines written so far.</summary>
    internal string[] Lines => Text.Split('\n')[..^1];

    /// <summary>The one line written, without its line feed.</summary>
    internal string Line => Assert.Single(Lines);

    public void Dispose() => Factory.Dispose();
}
