using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;

namespace Bolt.OpenTelemetry.Sending;

/// <summary>Lets the SDK's exporter send, and tells the thread that waits for it what became of each record.</summary>
/// <remarks>
/// The SDK's batch processor calls it, on its own thread; nearly always once for a round, but it may split one. After a part that did not
/// arrive the rest of the round is not sent, so that what has been settled is always the oldest.
/// </remarks>
internal sealed class WatchedExporter(OtlpLogExporter exporter, AnswerWatch watch) : BaseExporter<LogRecord>
{
    private readonly object _gate = new();
    private int _answered;
    private int _settled;
    private SendOutcome _outcome = SendOutcome.Delivered;

    /// <summary>Starts a round.</summary>
    internal void Begin()
    {
        lock (_gate)
        {
            _answered = 0;
            _settled = 0;
            _outcome = SendOutcome.Delivered;
        }
    }

    /// <summary>Waits for the end of a round of so many records: what became of the part that failed, and how many records, that one's included if they are lost, need no more.</summary>
    internal (SendOutcome Outcome, int Settled) WaitForEnd(int count)
    {
        lock (_gate)
        {
            while (_answered < count)
                _ = Monitor.Wait(_gate);
            return (_outcome, _settled);
        }
    }

    public override ExportResult Export(in Batch<LogRecord> batch)
    {
        int count = (int)batch.Count;
        lock (_gate)
        {
            if (_outcome != SendOutcome.Delivered)
            {
                Settle(count, null);
                return ExportResult.Failure;
            }
        }

        watch.Latest = null;
        ExportResult result = exporter.Export(batch);
        SendOutcome outcome = watch.Latest
            ?? (result == ExportResult.Success
                ? SendOutcome.Delivered
                : new SendOutcome(RecordFate.Refused, "the OpenTelemetry SDK did not send them; its self-diagnostics say why"));
        lock (_gate)
            Settle(count, outcome);
        return result;
    }

    private void Settle(int count, SendOutcome? outcome)
    {
        _answered += count;
        if (outcome is not null)
        {
            _outcome = outcome;
            if (outcome.Fate != RecordFate.Waiting)
                _settled += count;
        }

        Monitor.PulseAll(_gate);
    }
}
