using System.Diagnostics;
using System.Diagnostics.Tracing;
using System.Globalization;

namespace Bolt.Testing.Allocation;

/// <summary>Listens to the runtime's samples of what a thread allocates: about one object in every 100 KB.</summary>
internal sealed class AllocatedTypes : EventListener
{
    private const EventKeywords Sampling = (EventKeywords)0x80000000000;

    /// <summary>So many that a type with a few percent of the bytes is among them.</summary>
    private const int EnoughSamples = 200;
    private const int CallsAtATime = 100;

    /// <summary>An action that keeps what it allocates must not fill the memory.</summary>
    private const int MostCalls = 20_000_000;

    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(5);

    /// <summary>Where samples are rare, how long to go on for more than one.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1);

    /// <summary>The runtime hands its events over a moment after they happened; on a busy machine, later.</summary>
    private static readonly TimeSpan s_handover = TimeSpan.FromMilliseconds(200);

    /// <summary>
    /// Held while a listener begins or ends: the runtime takes its lock of the listeners and that of their dispatcher in one order where one
    /// begins and in the other where one ends, and two measurements that did both at once would wait for each other without end.
    /// </summary>
    private static readonly Lock s_switching = new();

    private readonly Lock _lock = new();
    private readonly Dictionary<Type, (long Size, int Samples)> _types = [];

    /// <summary>Set before the base class begins to listen, as every initialiser is.</summary>
    private readonly int _managedThread = Environment.CurrentManagedThreadId;
    private long _thread;

    /// <summary>When the calls began, in ticks of UTC: what this thread allocated before, to be able to listen, is told as late.</summary>
    private long _from = long.MaxValue;
    private volatile int _samples;

    private AllocatedTypes()
    {
    }

    /// <summary>Calls an action until it is known what it allocates, within limits of time.</summary>
    /// <returns>The types, the most frequent first; none if what it allocates is too rare.</returns>
    internal static IReadOnlyList<AllocatedType> Of(IRepeatedCalls calls)
    {
        AllocatedTypes listener;
        lock (s_switching)
            listener = new AllocatedTypes();

        try
        {
            return listener.ListenTo(calls);
        }
        finally
        {
            lock (s_switching)
                listener.Dispose();
        }
    }

    private List<AllocatedType> ListenTo(IRepeatedCalls calls)
    {
        ThreadMark.Log.Here();
        Volatile.Write(ref _from, DateTime.UtcNow.Ticks);
        long start = Stopwatch.GetTimestamp();
        int called = 0;
        while (_samples < EnoughSamples && Stopwatch.GetElapsedTime(start) < (_samples > 0 ? s_patience : s_longest))
        {
            if (called < MostCalls)
            {
                calls.Call(CallsAtATime);
                called += CallsAtATime;
            }
            else if (_samples == 0)
            {
                Thread.Sleep(s_handover);
            }
            else
            {
                break;
            }
        }

        if (_samples == 0)
            Thread.Sleep(s_handover);

        lock (_lock)
        {
            var types = new List<AllocatedType>();
            foreach ((Type type, (long size, int samples)) in _types)
                types.Add(new AllocatedType(AllocatedType.NameOf(type), size, samples));

            types.Sort(static (left, right) => right.Samples.CompareTo(left.Samples));
            return types;
        }
    }

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == "Microsoft-Windows-DotNETRuntime")
            EnableEvents(eventSource, EventLevel.Informational, Sampling);
        else if (eventSource is ThreadMark)
            EnableEvents(eventSource, EventLevel.Informational);
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (eventData.EventSource is ThreadMark)
        {
            // Called on the thread that made the mark, which may be that of another measurement.
            if (Environment.CurrentManagedThreadId == _managedThread)
                Volatile.Write(ref _thread, eventData.OSThreadId);
        }
        else if (eventData.EventName == "AllocationSampled" && eventData.OSThreadId == Volatile.Read(ref _thread) && eventData.TimeStamp.Ticks >= Volatile.Read(ref _from))
        {
            Count((nint)Value("TypeID"), Convert.ToInt64(Value("ObjectSize"), CultureInfo.InvariantCulture));
        }

        object Value(string name) => eventData.Payload![eventData.PayloadNames!.IndexOf(name)]!;
    }

    /// <param name="typeId">The runtime's handle of the type, which the action under measurement keeps alive.</param>
    /// <param name="size">The object's size in bytes.</param>
    private void Count(nint typeId, long size)
    {
        if (Type.GetTypeFromHandle(RuntimeTypeHandle.FromIntPtr(typeId)) is not { } type)
            return;

        lock (_lock)
        {
            (long largest, int samples) = _types.GetValueOrDefault(type);
            _types[type] = (Math.Max(largest, size), samples + 1);
            _samples++;
        }
    }
}
