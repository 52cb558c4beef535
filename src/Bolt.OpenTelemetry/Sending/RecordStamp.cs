using Bolt.OpenTelemetry.Records;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;

namespace Bolt.OpenTelemetry.Sending;

/// <summary>Puts what the record itself says where the SDK has put what holds at this moment on this thread.</summary>
internal sealed class RecordStamp(LogFields fields) : BaseProcessor<LogRecord>
{
    /// <summary>When the sink got the record.</summary>
    internal DateTime Arrived { get; set; }

    public override void OnEnd(LogRecord data)
    {
        data.Timestamp = fields.Time;
        data.ObservedTimestamp = Arrived;
        data.TraceId = fields.TraceId;
        data.SpanId = fields.SpanId;
        data.TraceFlags = default;
        data.TraceState = null;
        data.Body = fields.Body;
        data.FormattedMessage = fields.Body;
        if (fields.Level == LogLevel.None)
            data.LogLevel = LogLevel.None;
    }
}
