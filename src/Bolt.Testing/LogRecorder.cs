using Bolt.Testing.Recording;
using Microsoft.Extensions.Logging;

namespace Bolt.Testing;

/// <summary>Keeps what a test's code logs: a factory, its loggers, and their records, there as soon as the log call returns.</summary>
/// <remarks>
/// Thread-safe. One for each test: nothing is shared between recorders, so tests may run in parallel. It records every level, with event ids
/// and thread ids, and does not read the environment. A recorded call allocates: what code itself allocates is measured with a factory
/// that discards its records.
/// </remarks>
public sealed class LogRecorder : IDisposable
{
    private readonly RecordList _list = new();

    /// <summary>Creates a recorder.</summary>
    public LogRecorder()
        : this(static _ => { })
    {
    }

    /// <summary>Creates a recorder of a factory with other options.</summary>
    /// <param name="configure">Changes the options: the clock, the level, the parts of a record, further sinks. Delivery is synchronous whatever it says.</param>
    /// <exception cref="ArgumentNullException"><paramref name="configure"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range; the message names the option, the value and the range.</exception>
    public LogRecorder(Action<BoltOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        Factory = BoltLoggerFactory.Create(options =>
        {
            options.MinimumLevel = LogLevel.Trace;
            options.Include = RecordParts.Default | RecordParts.EventId | RecordParts.ThreadId;
            options.UseEnvironment = false;
            configure(options);
            options.Delivery = Delivery.Synchronous;
            options.Sinks.Add(new RecorderSink(_list));
        });
    }

    /// <summary>Creates a recorder whose records have the times of a clock of the test's.</summary>
    /// <param name="clock">The clock.</param>
    /// <exception cref="ArgumentNullException"><paramref name="clock"/> is null.</exception>
    public LogRecorder(TimeProvider clock)
        : this(options => options.Clock = clock)
    {
    }

    /// <summary>Creates the loggers. Belongs to the recorder, which disposes it.</summary>
    public BoltLoggerFactory Factory { get; }

    /// <summary>What has been recorded until now, in order; later records do not change it.</summary>
    public LogRecords Records
    {
        get
        {
            // What was logged inside of another log call may still be on its way.
            Factory.Flush();
            return _list.Snapshot(out _);
        }
    }

    /// <summary>The logger of a category; the same one for the same name.</summary>
    /// <param name="category">The category.</param>
    /// <exception cref="ArgumentNullException"><paramref name="category"/> is null.</exception>
    public BoltLogger CreateLogger(string category) => Factory.CreateLogger(category);

    /// <summary>A logger whose category is the name of a type.</summary>
    /// <typeparam name="T">The type.</typeparam>
    public ILogger<T> CreateLogger<T>() => new Logger<T>(Factory);

    /// <summary>Fails unless at least one of the records is what a query looks for.</summary>
    /// <param name="query">The query: <c>log => log.Event("OrderPlaced").With("orderId", 42)</c>.</param>
    /// <returns>The records that it found, at least one.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="query"/> is null.</exception>
    /// <exception cref="LogAssertionException">There is none; the message says how far the query came, and what was recorded.</exception>
    public LogRecords AssertLogged(Func<LogRecords, LogRecords> query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return query(Records).Some();
    }

    /// <summary>Fails if any of the records is what a query looks for.</summary>
    /// <param name="query">The query: <c>log => log.AtLeast(LogLevel.Warning)</c>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="query"/> is null.</exception>
    /// <exception cref="LogAssertionException">There is one; the message shows all that there are.</exception>
    public void AssertNone(Func<LogRecords, LogRecords> query)
    {
        ArgumentNullException.ThrowIfNull(query);
        query(Records).None();
    }

    /// <summary>Waits until a query finds something, recorded before or to come, by any thread.</summary>
    /// <param name="query">The query. It is asked again whenever something has been recorded.</param>
    /// <param name="timeout">How long to wait, by the system's clock.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>What the query found, at least one record.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="query"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="timeout"/> is negative, or longer than 49 days.</exception>
    /// <exception cref="LogAssertionException">The time is over; the message says how far the query came, and what was recorded.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public async Task<LogRecords> WaitForAsync(Func<LogRecords, LogRecords> query, TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(timeout, TimeSpan.Zero);
        Task isOver = Task.Delay(timeout, CancellationToken.None);
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            LogRecords found = query(_list.Snapshot(out Task next));
            if (found.Count > 0)
                return found;

            if (isOver.IsCompleted)
                throw found.Failure($"within {timeout.TotalSeconds:0.###} s at least one record");

            await Task.WhenAny(next, isOver).WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Disposes the factory: from then on nothing more is recorded. The records stay.</summary>
    public void Dispose() => Factory.Dispose();
}
