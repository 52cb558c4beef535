namespace Bolt.Runtime;

/// <summary>A sink and how it is doing.</summary>
internal sealed class SinkSlot(LogSink sink)
{
    internal readonly LogSink Sink = sink;

    /// <summary>Asked once: the answer decides which threads may write.</summary>
    internal readonly bool MayBlock = sink.MayBlock;

    /// <summary>Whether a call into the sink has been blocked for so long that the others go on without it.</summary>
    internal volatile bool IsDetached;

    /// <summary>Whether the sink is to be disposed by the thread that is blocked in it, when it comes back.</summary>
    internal volatile bool DisposeOnReturn;

    internal bool IsDisposed;

    /// <summary>Batches handed over; raised by the holder of the turn.</summary>
    internal long Invocations;

    /// <summary>The sink's type: the label <c>handler</c>.</summary>
    internal string Name { get; } = sink.GetType().Name;

    /// <summary>What the sink writes: the label <c>type</c>.</summary>
    internal string Format => Sink is Sinks.ConsoleSink { RendersText: true } ? "console" : "json";

    /// <summary>The label of the sink's own series, made once.</summary>
    internal KeyValuePair<string, object?> Tag { get; } = new("handler", sink.GetType().Name);
}
