using System.Text.RegularExpressions;

namespace Bolt.Operations.Tests.Configuration;

/// <summary>The names that a bolt-app exports (Bolt.Diagnostics.Tests scrapes them), that a node exporter does, and that the recording rules make.</summary>
internal static partial class ExportedMetrics
{
    private static readonly HashSet<string> s_names =
    [
        "bolt_logging_duration_seconds_bucket", "bolt_logging_duration_seconds_sum", "bolt_logging_duration_seconds_count",
        "bolt_handler_duration_seconds_bucket", "bolt_handler_duration_seconds_sum", "bolt_handler_duration_seconds_count",
        "bolt_handler_invocations_total", "bolt_log_events_total", "bolt_logging_errors_total", "bolt_log_fields_total",
        "bolt_allocation_count_total", "bolt_allocation_bytes_total", "bolt_allocation_expected_bytes_total",
        "bolt_event_pool_available_events", "bolt_event_pool_total_events", "bolt_event_pool_gets_total", "bolt_event_pool_puts_total",
        "bolt_serialization_bytes_total", "bolt_buffer_reuses_total", "bolt_buffer_allocations_total",
        "bolt_log_events_sampled_out_total", "bolt_log_events_filtered_total", "bolt_log_events_dropped_total",
        "process_resident_memory_bytes", "process_cpu_seconds_total",
        "dotnet_gc_collections_total", "dotnet_gc_pause_time_seconds_total", "dotnet_gc_heap_total_allocated_bytes_total",
        "dotnet_gc_last_collection_heap_size_bytes", "dotnet_gc_last_collection_heap_fragmentation_size_bytes", "dotnet_gc_last_collection_memory_committed_size_bytes",
        "dotnet_thread_pool_thread_count_total", "dotnet_thread_pool_queue_length_total", "dotnet_monitor_lock_contentions_total",
        "node_filesystem_avail_bytes", "node_filesystem_size_bytes", "node_filesystem_readonly", "ALERTS",
    ];

    public static IReadOnlySet<string> Names => s_names;

    /// <summary>Fails where an expression reads a metric that nobody makes.</summary>
    public static void AssertKnown(string expression)
    {
        foreach (Match name in Name().Matches(Quoted().Replace(expression, "")))
        {
            if (name.Value.Contains(':', StringComparison.Ordinal))
                Assert.Contains($"record: {name.Value}\n", File.ReadAllText(Repository.PathOf("ops", "prometheus", "recording.yml")), StringComparison.Ordinal);
            else
                Assert.True(s_names.Contains(name.Value), $"Nobody exports {name.Value}, which '{expression}' reads.");
        }
    }

    [GeneratedRegex(@"\b(?:(?:bolt|process|dotnet|node|go|jvm)_\w+|bolt:[\w:]+|ALERTS)\b")]
    private static partial Regex Name();

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Quoted();
}
