namespace Bolt;

/// <summary>The clock of a factory's records.</summary>
public sealed class LogClock
{
    private LogClock(TimeProvider? provider, bool coarse)
    {
        Provider = provider;
        IsCoarse = coarse;
    }

    /// <summary>The system clock at full resolution: 100 ns steps, about 25 ns a reading.</summary>
    public static LogClock Precise { get; } = new(null, coarse: false);

    /// <summary>The system clock at the kernel's tick: steps of 1 to 4 ms, about 3 ns a reading (Linux; elsewhere <see cref="Environment.TickCount64"/>, steps of up to 16 ms).</summary>
    public static LogClock Coarse { get; } = new(null, coarse: true);

    /// <summary>A clock of the caller's.</summary>
    /// <param name="provider">Its <see cref="TimeProvider.GetUtcNow"/> is read once per record, by the logging thread. If it throws, the system clock is used.</param>
    public static LogClock From(TimeProvider provider)
    {
        ArgumentNullException.ThrowIfNull(provider);
        return provider == TimeProvider.System ? Precise : new LogClock(provider, coarse: false);
    }

    /// <inheritdoc cref="From"/>
    public static implicit operator LogClock(TimeProvider provider) => From(provider);

    internal TimeProvider? Provider { get; }

    internal bool IsCoarse { get; }
}
