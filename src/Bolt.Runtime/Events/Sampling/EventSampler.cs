using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;

namespace Bolt.Runtime;

/// <summary>
/// Decides which calls of one event are written: one of every so many, or the first of each interval and then one of every so many.
/// </summary>
/// <remarks>Exact over all threads. Outlives the event, so that no count is lost when its assembly is unloaded.</remarks>
internal sealed class EventSampler
{
    private static readonly Lock s_lock = new();
    private static readonly List<EventSampler> s_all = [];

    private readonly uint _every;
    private readonly long _first;
    private readonly long _interval;
    private readonly bool _includesErrors;
    private long _calls;
    private long _written;

    /// <summary>The calls before this interval, and when it ends, in milliseconds of <see cref="Environment.TickCount64"/>.</summary>
    private long _callsBefore;
    private long _end;

    /// <summary>The summary that will tell of the calls left out; null while there is nothing to tell.</summary>
    private SampledOutSummary? _summary;
    private long _told;

    /// <summary>Makes the sampler of an event.</summary>
    /// <param name="every">One call of this many is written; 0 for none. With <paramref name="first"/>, of those after the first.</param>
    /// <param name="first">How many calls of each interval are written before; 0 for no intervals.</param>
    /// <param name="intervalMilliseconds">How long an interval is.</param>
    /// <param name="includesErrors">Whether calls of level Error and above are sampled too.</param>
    internal EventSampler(int every, int first, int intervalMilliseconds, bool includesErrors)
    {
        _every = (uint)every;
        _first = first;
        _interval = intervalMilliseconds;
        _includesErrors = includesErrors;
        lock (s_lock)
            s_all.Add(this);
    }

    /// <summary>Calls of all events that were left out.</summary>
    internal static long AllSampledOut
    {
        get
        {
            long sum = 0;
            lock (s_lock)
            {
                foreach (EventSampler sampler in s_all)
                    sum += sampler.SampledOut;
            }

            return sum;
        }
    }

    private long SampledOut => Volatile.Read(ref _calls) - Volatile.Read(ref _written);

    /// <summary>Counts a call; true when it is one to be written.</summary>
    internal bool Takes(ILogger logger, LogEventInfo info, LogLevel level)
    {
        if (level >= LogLevel.Error && !_includesErrors)
            return true;

        if (_first > 0 ? TakesOfInterval() : IsEvery(Interlocked.Increment(ref _calls)))
        {
            Interlocked.Increment(ref _written);
            return true;
        }

        if (Volatile.Read(ref _summary) is null)
            Summarise(logger, info, level);

        return false;
    }

    /// <summary>How many calls were left out since this was asked last.</summary>
    internal long TakeSampledOut()
    {
        lock (s_lock)
        {
            long left = SampledOut - _told;
            _told += left;
            _summary = null;
            return left;
        }
    }

    private bool TakesOfInterval()
    {
        long now = Environment.TickCount64;
        long end = Volatile.Read(ref _end);
        if (now >= end && Interlocked.CompareExchange(ref _end, now + _interval, end) == end)
            Volatile.Write(ref _callsBefore, Volatile.Read(ref _calls));

        long number = Interlocked.Increment(ref _calls) - Volatile.Read(ref _callsBefore);
        return number <= _first || (_every > 0 && IsEvery(number - _first));
    }

    /// <summary>Whether it is the n-th, 2n-th and so on; by the division of 32 bits, which takes half the time, for as long as that does.</summary>
    private bool IsEvery(long number) => number <= uint.MaxValue ? (uint)number % _every == 0 : (ulong)number % _every == 0;

    [MethodImpl(MethodImplOptions.NoInlining)]
    [AllowAllocation("Once for each event and summary.")]
    private void Summarise(ILogger logger, LogEventInfo info, LogLevel level)
    {
        using (ExpectedAllocations.For(ExpectedAllocation.FirstUse))
        {
            lock (s_lock)
            {
                if (_summary is not null)
                    return;

                _summary = new SampledOutSummary(this, logger, info, level);
            }

            _summary.Start();
        }
    }
}
