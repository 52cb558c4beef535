using Microsoft.Extensions.Logging;

namespace Bolt.Runtime;

/// <summary>The filters and enrichers of a factory.</summary>
internal sealed class RecordHooks
{
    private static long s_filtered;

    private readonly LogPipeline _pipeline;
    private readonly RecordFilter[] _filters;
    private readonly RecordEnricher[] _enrichers;

    private RecordHooks(LogPipeline pipeline, RecordFilter[] filters, RecordEnricher[] enrichers)
    {
        _pipeline = pipeline;
        _filters = filters;
        _enrichers = enrichers;
    }

    /// <summary>Records of all factories that filters have left out.</summary>
    internal static long AllFiltered => Volatile.Read(ref s_filtered);

    /// <summary>Those that the options ask for; null where they ask for none, so that no record looks for them.</summary>
    internal static RecordHooks? Of(LogPipeline pipeline, BoltOptions options) =>
        options.Filters.Count + options.Enrichers.Count == 0 ? null : new RecordHooks(pipeline, [.. options.Filters], [.. options.Enrichers]);

    /// <summary>Asks the filters, and has the enrichers add their fields to the lane's values; false where a filter does not want the record.</summary>
    internal bool Run(Lane lane, scoped in RecordView record, BoltLogger logger, IReadOnlyCollection<string> callKeys)
    {
        RecordExtras extras = lane.Extras;
        extras.BeginEnriching(lane.Values);

        // What a hook itself logs would go around in circles.
        if (lane.Inside.IsInHook)
            return true;

        lane.Inside.IsInHook = true;
        try
        {
            using (lane.Inside.Begin())
            {
                if (record.Level != LogLevel.Critical && !IsWanted(record))
                {
                    Interlocked.Increment(ref s_filtered);
                    return false;
                }

                Enrich(lane, record, new RecordFields(lane.Values, logger, callKeys, extras.EnrichedKeys));
                return true;
            }
        }
        finally
        {
            lane.Inside.IsInHook = false;
            extras.EndEnriching(lane.Values);
        }
    }

    private bool IsWanted(scoped in RecordView record)
    {
        foreach (RecordFilter filter in _filters)
        {
            try
            {
                if (!filter(record))
                    return false;
            }
            catch (Exception exception)
            {
                Report("A record filter failed: the record is written.", exception);
            }
        }

        return true;
    }

    private void Enrich(Lane lane, scoped in RecordView record, scoped RecordFields fields)
    {
        foreach (RecordEnricher enricher in _enrichers)
        {
            int start = lane.Values.Position;
            int keys = lane.Extras.EnrichedKeys.Count;
            try
            {
                enricher(record, fields);
            }
            catch (Exception exception)
            {
                lane.Values.TakeBack(start);
                lane.Extras.EnrichedKeys.RemoveRange(keys, lane.Extras.EnrichedKeys.Count - keys);
                Report("A record enricher failed: the record is written without its fields.", exception);
            }
        }
    }

    private void Report(string message, Exception exception) => _pipeline.Errors.Report(LogErrorReason.Hook, message, exception, 0);
}
