using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Bolt.Runtime;

/// <summary>Reads the clock of a factory.</summary>
/// <remarks>
/// On Linux a reading counts nanoseconds since 1970, not ticks of 100 ns: a record can be handed from thread to thread in less than a
/// tick, and the order of readings is the order of records.
/// </remarks>
[ZeroAlloc]
internal sealed unsafe partial class RecordClock
{
    private const int ClockRealtime = 0;
    private const int ClockRealtimeCoarse = 5;
    private const int None = -1;

    private readonly int _systemClock = None;
    private readonly TimeProvider? _provider;
    private readonly bool _isCoarse;
    private readonly long _anchorTicks;
    private readonly long _anchorMilliseconds;

    internal RecordClock(LogClock clock)
    {
        _provider = clock.Provider;
        _isCoarse = clock.IsCoarse;
        _anchorTicks = DateTime.UtcNow.Ticks;
        _anchorMilliseconds = Environment.TickCount64;
        if (_provider is null && OperatingSystem.IsLinux())
        {
            int systemClock = clock.IsCoarse ? ClockRealtimeCoarse : ClockRealtime;
            try
            {
                Timespec time;
                if (GetTime(systemClock, &time) == 0)
                    _systemClock = systemClock;
            }
            catch (Exception exception) when (exception is DllNotFoundException or EntryPointNotFoundException)
            {
                // A C library under another name: the framework's clock will do.
            }
        }
    }

    /// <summary>Readings of this clock in a millisecond.</summary>
    internal int PerMillisecond => _systemClock == None ? (int)TimeSpan.TicksPerMillisecond : 1_000_000;

    /// <summary>The clock's reading now: ordered, and to be turned into a time by <see cref="ToTicks"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal long Now()
    {
        if (_systemClock == None)
            return NowInTicks();

        Timespec time;
        GetTime(_systemClock, &time);
        return (time.Seconds * 1_000_000_000) + time.Nanoseconds;
    }

    /// <summary>A reading as ticks of 100 ns since the year 1, within what a date can be.</summary>
    internal long ToTicks(long reading) => _systemClock == None
        ? Math.Clamp(reading, 0, DateTime.MaxValue.Ticks)
        : DateTime.UnixEpoch.Ticks + (long)Math.Floor(reading / 100m);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private long NowInTicks()
    {
        if (_isCoarse)
            return _anchorTicks + ((Environment.TickCount64 - _anchorMilliseconds) * TimeSpan.TicksPerMillisecond);

        if (_provider is null)
            return DateTime.UtcNow.Ticks;

        try
        {
            return _provider.GetUtcNow().UtcTicks;
        }
        catch (Exception)
        {
            // A clock that throws must not cost a record; the system clock is the nearest truth.
            return DateTime.UtcNow.Ticks;
        }
    }

    private struct Timespec
    {
        internal long Seconds;
        internal long Nanoseconds;
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    [SuppressGCTransition]
    private static partial int GetTime(int clock, Timespec* time);
}
