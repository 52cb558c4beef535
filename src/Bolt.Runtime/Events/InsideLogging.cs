namespace Bolt.Runtime;

/// <summary>
/// Whether the current thread is inside a sink, OnError or the delivery itself, where logging must neither wait nor deliver:
/// it would wait for itself.
/// </summary>
internal ref struct InsideLogging : IDisposable
{
    [ThreadStatic]
    private static int t_depth;

    internal static bool OnThisThread => t_depth > 0;

    internal static InsideLogging Enter()
    {
        t_depth++;
        return default;
    }

    public readonly void Dispose() => t_depth--;
}
