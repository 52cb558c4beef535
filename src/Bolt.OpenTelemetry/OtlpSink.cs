using Bolt.OpenTelemetry.Queue;
using Bolt.OpenTelemetry.Sending;

namespace Bolt.OpenTelemetry;

/// <summary>Sends records to an OpenTelemetry collector, or any other OTLP endpoint, over the exporter of the OpenTelemetry SDK.</summary>
/// <remarks>
/// <para>
/// <see cref="Write"/> copies records into a bounded queue, and a thread of the sink's own sends them. A record stays in the queue until the
/// endpoint has answered: requests that fail for a while (no connection, no answer in time, the statuses that OTLP calls retryable) are
/// repeated with a growing wait, in order, for as long as it takes. A record can arrive twice if an answer is lost, never silently not at all:
/// what the endpoint refuses, what a full queue has no room for and what is left at disposal is counted as an error of reason
/// <see cref="LogErrorReason.Sink"/> and reported.
/// </para>
/// <para>
/// A record's time, level, category, event, message, <c>trace_id</c> and <c>span_id</c> become those of OTLP, the category being the name
/// of the instrumentation scope; <c>error</c>, <c>error_type</c> and <c>error_stack</c> become <c>exception.message</c>, <c>exception.type</c> and
/// <c>exception.stacktrace</c>, <c>thread_id</c> becomes <c>thread.id</c>, and everything else an attribute under its own name and of its
/// own type. A record does not say whether its trace is sampled, so the trace's flags are 0. The SDK's own limits hold, such as 128
/// attributes (<c>OTEL_LOGRECORD_ATTRIBUTE_COUNT_LIMIT</c>).
/// </para>
/// <para>
/// The memory it holds is at most <see cref="OtlpSinkOptions.MaxQueueBytes"/>, or one batch of Bolt's if that is more, and one request with
/// its records as objects.
/// </para>
/// </remarks>
public sealed class OtlpSink : LogSink
{
    private static readonly TimeSpan s_abandonTimeout = TimeSpan.FromSeconds(5);

    private readonly OtlpSettings _settings;
    private readonly RecordQueue _queue;
    private readonly SdkExport? _export;
    private readonly Thread? _sender;
    private volatile string _trouble = "no request has failed";
    private bool _disposed;

    /// <summary>Creates a sink that sends where the environment says: see <see cref="OtlpSinkOptions"/>.</summary>
    /// <exception cref="ArgumentException">The environment has a value that cannot be used.</exception>
    public OtlpSink()
        : this(new OtlpSinkOptions())
    {
    }

    /// <summary>Creates a sink and its thread. It connects when there is a record to send.</summary>
    /// <param name="options">Where and how to send; read here, not later.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentException">A value of the options or of the environment cannot be used, or a certificate cannot be read.</exception>
    public OtlpSink(OtlpSinkOptions options)
        : this(options, Environment.GetEnvironmentVariable)
    {
    }

    internal OtlpSink(OtlpSinkOptions options, Func<string, string?> variable)
    {
        ArgumentNullException.ThrowIfNull(options);
        _settings = OtlpSettings.Read(options, variable);
        _queue = new RecordQueue(_settings.MaxQueueRecords, _settings.MaxQueueBytes);
        if (_settings.IsDisabled)
            return;

        _export = new SdkExport(_settings, options);
        _sender = new Thread(Send) { IsBackground = true, Name = "Bolt OTLP" };

        // Without the context of who creates the sink: it may be one in which the SDK takes no records.
        _sender.UnsafeStart();
    }

    /// <summary>Records that wait for the endpoint, those of a request under way included.</summary>
    public int QueuedRecords => _queue.Records;

    /// <summary>The memory that waiting records take, in bytes.</summary>
    public long QueuedBytes => _queue.Bytes;

    /// <inheritdoc/>
    /// <exception cref="ObjectDisposedException">The sink is disposed.</exception>
    /// <exception cref="IOException">The queue is full and has not moved for <see cref="OtlpSinkOptions.WriteTimeout"/>.</exception>
    public override void Write(ReadOnlySpan<byte> records, int count)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (_export is null || _queue.TryAdd(records, _settings.WriteTimeout))
            return;

        throw new IOException(
            $"The queue for {_settings.Endpoint} is full: {_queue.Records} records in {_queue.Bytes} bytes wait, and it has not moved for {_settings.WriteTimeout.TotalMilliseconds:0} ms ({_trouble}). "
            + "See to the endpoint, or raise OtlpSinkOptions.MaxQueueBytes and MaxQueueRecords.");
    }

    /// <summary>Waits until the endpoint has all records.</summary>
    /// <exception cref="ObjectDisposedException">The sink is disposed.</exception>
    /// <exception cref="TimeoutException"><see cref="OtlpSinkOptions.FlushTimeout"/> was not enough; the records still wait.</exception>
    public override void Flush()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (_queue.WaitUntilEmpty(_settings.FlushTimeout))
            return;

        throw new TimeoutException(
            $"{_queue.Records} records wait for {_settings.Endpoint} after {_settings.FlushTimeout.TotalMilliseconds:0} ms ({_trouble}). See to the endpoint, or raise OtlpSinkOptions.FlushTimeout.");
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (_disposed)
            return;

        _disposed = true;
        _queue.Close();
        if (_export is null)
            return;

        _ = _queue.WaitUntilEmpty(_settings.FlushTimeout);
        _queue.Abandon();
        _export.Abandon();

        // A request that has been abandoned ends at once; were a handler of the caller's deaf to that, disposal is not.
        if (_sender!.Join(s_abandonTimeout))
            _export.Dispose();
        if (_queue.Records is > 0 and var lost)
        {
            ReportError(
                $"{lost} records were not with {_settings.Endpoint} {_settings.FlushTimeout.TotalMilliseconds:0} ms after the sink was disposed ({_trouble}). See to the endpoint, or raise OtlpSinkOptions.FlushTimeout.",
                lost);
        }
    }

    private void Send()
    {
        var batch = new List<QueuedRecord>();
        TimeSpan delay = TimeSpan.Zero;
        while (_queue.WaitForBatch(batch, _settings.MaxBatchRecords, _settings.MaxBatchBytes, delay == TimeSpan.Zero ? _settings.BatchDelay : TimeSpan.Zero))
        {
            (SendOutcome outcome, int settled) = _export!.Send(batch);
            Report(outcome, settled, isFirst: delay == TimeSpan.Zero);
            if (settled > 0)
                _queue.Remove(settled);

            delay = outcome.Fate != RecordFate.Waiting ? TimeSpan.Zero
                : delay == TimeSpan.Zero ? _settings.RetryDelay
                : delay * 2 < _settings.MaxRetryDelay ? delay * 2
                : _settings.MaxRetryDelay;

            // Up to a quarter less, so that many processes do not come back at the same moment.
            TimeSpan wait = outcome.RetryAfter ?? (delay * (1 - (Random.Shared.NextDouble() / 4)));
            if (outcome.Fate == RecordFate.Waiting && !_queue.WaitForRetry(wait, isAsked: outcome.RetryAfter is not null))
                return;
        }
    }

    private void Report(SendOutcome outcome, int settled, bool isFirst)
    {
        if (outcome.Reason is null)
            return;

        _trouble = outcome.Reason;
        switch (outcome.Fate)
        {
            case RecordFate.Delivered:
                ReportError($"{_settings.Endpoint} rejected {outcome.Rejected} records: {outcome.Reason}.", (int)Math.Min(outcome.Rejected, settled), outcome.Exception);
                break;
            case RecordFate.Refused:
                ReportError($"{_settings.Endpoint} refused {settled} records: {outcome.Reason}. They are not sent again.", settled, outcome.Exception);
                break;
            case RecordFate.Waiting when isFirst:
                ReportError($"{_settings.Endpoint} does not take records: {outcome.Reason}. {_queue.Records} wait in the queue and are sent again until it does.", 0, outcome.Exception);
                break;
        }
    }
}
