using System.Diagnostics.CodeAnalysis;
using System.Diagnostics.Tracing;

namespace Bolt.Runtime;

/// <summary>An event whose writer allocates, and who called it.</summary>
/// <param name="EventName">The event's name.</param>
/// <param name="Template">Its message template.</param>
/// <param name="Bytes">The bytes that one call allocated.</param>
/// <param name="CallSite">The callers, one a line, innermost first.</param>
internal sealed record AllocationViolation(string EventName, string Template, long Bytes, string CallSite);

/// <summary>
/// The event source <c>Bolt</c>, for <c>dotnet-trace --providers Bolt</c> and any other listener: <c>AllocationViolation</c>, once for
/// each event whose writer was found to allocate. A listener that comes later is told all of them again.
/// </summary>
[EventSource(Name = "Bolt")]
internal sealed class BoltEventSource : EventSource
{
    private readonly List<AllocationViolation> _known = [];

    private BoltEventSource()
    {
    }

    /// <summary>The one instance; made with the first violation.</summary>
    internal static BoltEventSource Instance { get; } = new();

    [NonEvent]
    internal void Report(AllocationViolation violation)
    {
        lock (_known)
            _known.Add(violation);

        Write(violation);
    }

    /// <summary>The event. Its fields are those of <see cref="Bolt.Runtime.AllocationViolation"/>.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "The values are strings and a number, which need no reflection to be written.")]
    [Event(1, Level = EventLevel.Warning, Message = "'{0}' allocates {2} bytes a call.")]
    public unsafe void AllocationViolation(string eventName, string template, long bytes, string callSite)
    {
        fixed (char* name = eventName, text = template, site = callSite)
        {
            EventData* data = stackalloc EventData[4];
            data[0] = new EventData { DataPointer = (nint)name, Size = (eventName.Length + 1) * sizeof(char) };
            data[1] = new EventData { DataPointer = (nint)text, Size = (template.Length + 1) * sizeof(char) };
            data[2] = new EventData { DataPointer = (nint)(&bytes), Size = sizeof(long) };
            data[3] = new EventData { DataPointer = (nint)site, Size = (callSite.Length + 1) * sizeof(char) };
            WriteEventCore(1, 4, data);
        }
    }

    /// <inheritdoc/>
    protected override void OnEventCommand(EventCommandEventArgs command)
    {
        // Called by the base constructor too, for a listener that is there already; nothing is known then.
        if (command.Command != EventCommand.Enable || _known is null)
            return;

        AllocationViolation[] known;
        lock (_known)
            known = [.. _known];

        foreach (AllocationViolation violation in known)
            Write(violation);
    }

    [NonEvent]
    private void Write(AllocationViolation violation)
    {
        if (IsEnabled())
            AllocationViolation(violation.EventName, violation.Template, violation.Bytes, violation.CallSite);
    }
}
