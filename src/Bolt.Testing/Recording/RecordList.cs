namespace Bolt.Testing.Recording;

/// <summary>The records of a recorder, in the order in which they came.</summary>
internal sealed class RecordList
{
    private readonly Lock _lock = new();
    private readonly List<LogRecord> _records = [];
    private TaskCompletionSource _next = NewSource();

    internal void Add(LogRecord[] batch)
    {
        TaskCompletionSource arrived;
        lock (_lock)
        {
            _records.AddRange(batch);
            arrived = _next;
            _next = NewSource();
        }

        arrived.SetResult();
    }

    /// <summary>Copies what is there.</summary>
    /// <param name="next">Ends when there is more.</param>
    internal LogRecords Snapshot(out Task next)
    {
        lock (_lock)
        {
            next = _next.Task;
            return new LogRecords([.. _records]);
        }
    }

    /// <summary>Whoever waits goes on elsewhere: not on the thread that logs.</summary>
    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
