using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Bolt.Runtime;

/// <summary>Reads the clock of a factory, in UTC ticks of 100 ns.</summary>
internal sealed unsafe partial class RecordClock
{
    private const int ClockRealtimeCoarse = 5;

    private readonly TimeProvider? _provider;
    private readonly bool _precise;
    private readonly bool _linuxCoarse;
    private readonly long _anchorTicks;
    private readonly long _anchorMilliseconds;

    internal RecordClock(LogClock clock)
    {
        _provider = clock.Provider;
        _precise = !clock.IsCoarse && clock.Provider is null;
        _linuxCoarse = clock.IsCoarse && OperatingSystem.IsLinux();
        _anchorTicks = DateTime.UtcNow.Ticks;
        _anchorMilliseconds = Environment.TickCount64;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal long Now() => _precise ? DateTime.UtcNow.Ticks : NowOther();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private long NowOther()
    {
        if (_provider is not null)
        {
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

        if (_linuxCoarse)
        {
            Timespec time;
            if (GetTime(ClockRealtimeCoarse, &time) == 0)
                return DateTime.UnixEpoch.Ticks + (time.Seconds * TimeSpan.TicksPerSecond) + (time.Nanoseconds / 100);
        }

        return _anchorTicks + ((Environment.TickCount64 - _anchorMilliseconds) * TimeSpan.TicksPerMillisecond);
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
