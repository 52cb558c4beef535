using System.Diagnostics.Tracing;

namespace Bolt.Testing.Allocation;

/// <summary>An event that a thread writes to be known by the number that the runtime's own events have for it.</summary>
[EventSource(Name = "Bolt.Testing.ThreadMark")]
internal sealed class ThreadMark : EventSource
{
    internal static readonly ThreadMark Log = new();

    private ThreadMark()
    {
    }

    [Event(1)]
    public void Here() => WriteEvent(1);
}
