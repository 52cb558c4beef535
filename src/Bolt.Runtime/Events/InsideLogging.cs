namespace Bolt.Runtime;

/// <summary>
/// Whether a thread is inside a sink, OnError or the delivery itself, where logging must neither wait nor deliver: it would wait for
/// itself.
/// </summary>
/// <remarks>One for each thread, and used by that thread alone. A lane keeps its thread's, which saves the look-up.</remarks>
[ZeroAlloc]
internal sealed class InsideLogging
{
    [ThreadStatic]
    private static InsideLogging? t_current;

    private int _depth;

    private InsideLogging()
    {
    }

    /// <summary>That of the calling thread.</summary>
    internal static InsideLogging Current => t_current ??= new InsideLogging();

    internal static bool OnThisThread => t_current is { IsActive: true };

    internal bool IsActive => _depth > 0;

    /// <summary>Whether the thread is inside a filter or an enricher.</summary>
    internal bool IsInHook { get; set; }

    /// <summary>Until the value returned is disposed, the calling thread is inside.</summary>
    internal static Span Enter() => Current.Begin();

    /// <summary>As <see cref="Enter"/>, for a thread whose own this is.</summary>
    internal Span Begin()
    {
        _depth++;
        return new Span(this);
    }

    /// <summary>A time inside.</summary>
    internal readonly ref struct Span(InsideLogging inside) : IDisposable
    {
        public void Dispose() => inside._depth--;
    }
}
