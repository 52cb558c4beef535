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

    internal string Name => Sink.GetType().Name;
}
