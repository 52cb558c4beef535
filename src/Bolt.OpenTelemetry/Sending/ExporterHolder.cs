using OpenTelemetry;
using OpenTelemetry.Logs;

namespace Bolt.OpenTelemetry.Sending;

/// <summary>Gives an exporter the provider it belongs to, and so its resource: the SDK gives that only to an exporter that a processor holds. Exports nothing itself.</summary>
internal sealed class ExporterHolder(BaseExporter<LogRecord> exporter) : BaseExportProcessor<LogRecord>(exporter)
{
    protected override void OnExport(LogRecord data)
    {
    }
}
