namespace Bolt.Runtime;

/// <summary>Counts the errors of one factory by reason and passes them to <see cref="BoltOptions.OnError"/>.</summary>
internal sealed class ErrorLog(Action<LogError>? onError)
{
    private readonly long[] _counts = new long[Enum.GetValues<LogErrorReason>().Length];

    internal long Count(LogErrorReason reason) => Volatile.Read(ref _counts[(int)reason]);

    internal void Report(LogErrorReason reason, string message, Exception? exception) => Report(reason, message, exception, 0);

    /// <summary>Counts one error, or one for each record that it concerns, and calls OnError once.</summary>
    internal void Report(LogErrorReason reason, string message, Exception? exception, int recordCount)
    {
        Interlocked.Add(ref _counts[(int)reason], Math.Max(1, recordCount));
        if (onError is null)
            return;

        using (InsideLogging.Enter())
        using (ExpectedAllocations.For(ExpectedAllocation.Error))
        {
            try
            {
                onError(new LogError(reason, message, recordCount, exception));
            }
            catch (Exception)
            {
                // There is nobody left to tell: OnError is where errors end.
            }
        }
    }
}
