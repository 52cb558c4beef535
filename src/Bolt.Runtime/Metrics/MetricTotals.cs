namespace Bolt.Runtime;

/// <summary>What the factories of the process have counted, those that are gone included.</summary>
internal sealed class MetricTotals
{
    private static readonly Lock s_lock = new();
    private static readonly MetricTotals s_gone = new();

    private readonly long[] _levels = new long[LaneCounts.LevelCount];
    private readonly long[] _fields = new long[LaneCounts.FieldTypeCount];
    private readonly long[] _errors = new long[Enum.GetValues<LogErrorReason>().Length];
    private readonly Dictionary<(string Handler, string Type), long> _invocations = [];

    private MetricTotals()
    {
    }

    /// <summary>Records written, by level.</summary>
    internal ReadOnlySpan<long> Levels => _levels;

    /// <summary>Fields of records that generated methods wrote: strings, numbers, others.</summary>
    internal ReadOnlySpan<long> Fields => _fields;

    /// <summary>Errors, by <see cref="LogErrorReason"/>.</summary>
    internal ReadOnlySpan<long> Errors => _errors;

    /// <summary>Batches handed to sinks, by the sink's type and the format it writes.</summary>
    internal IReadOnlyDictionary<(string Handler, string Type), long> Invocations => _invocations;

    internal long Gets { get; private set; }

    internal long Puts { get; private set; }

    internal long Dropped { get; private set; }

    /// <summary>Bytes of records handed to the sinks.</summary>
    internal long Bytes { get; private set; }

    /// <summary>Segments taken from the store.</summary>
    internal long BufferReuses { get; private set; }

    /// <summary>Segments made because the store had none.</summary>
    internal long BufferAllocations { get; private set; }

    /// <summary>The sums at this moment.</summary>
    internal static MetricTotals Read()
    {
        var totals = new MetricTotals();
        lock (s_lock)
        {
            totals.Add(s_gone);
            foreach (LogPipeline pipeline in Flusher.LiveFactories)
            {
                if (!pipeline.IsCountedAsGone)
                    totals.Add(pipeline);
            }
        }

        return totals;
    }

    /// <summary>Keeps the counts of a factory that is closed; called before the factory is taken from the live ones.</summary>
    internal static void Keep(LogPipeline pipeline)
    {
        lock (s_lock)
        {
            pipeline.IsCountedAsGone = true;
            s_gone.Add(pipeline);
        }
    }

    private void Add(LogPipeline pipeline)
    {
        // Before the gets: an event is got before it is put.
        Puts += pipeline.Puts;
        pipeline.ReadCounts(out LaneCounts counts, out long gets);
        Gets += gets;
        Dropped += pipeline.Pool.Dropped;
        Bytes += pipeline.Delivery.Bytes;
        BufferReuses += pipeline.Segments.Reuses;
        BufferAllocations += pipeline.Segments.Allocations;
        for (int i = 0; i < _levels.Length; i++)
            _levels[i] += counts.Level(i);

        for (int i = 0; i < _fields.Length; i++)
            _fields[i] += counts.Fields(i);

        for (int i = 0; i < _errors.Length; i++)
            _errors[i] += pipeline.Errors.Count((LogErrorReason)i);

        foreach (SinkSlot slot in pipeline.Delivery.Sinks)
            AddInvocations((slot.Name, slot.Format), slot.Invocations);
    }

    private void Add(MetricTotals other)
    {
        Puts += other.Puts;
        Gets += other.Gets;
        Dropped += other.Dropped;
        Bytes += other.Bytes;
        BufferReuses += other.BufferReuses;
        BufferAllocations += other.BufferAllocations;
        Add(_levels, other._levels);
        Add(_fields, other._fields);
        Add(_errors, other._errors);
        foreach (KeyValuePair<(string, string), long> pair in other._invocations)
            AddInvocations(pair.Key, pair.Value);
    }

    private static void Add(long[] sums, long[] others)
    {
        for (int i = 0; i < sums.Length; i++)
            sums[i] += others[i];
    }

    private void AddInvocations((string, string) key, long count) => _invocations[key] = _invocations.GetValueOrDefault(key) + count;
}
