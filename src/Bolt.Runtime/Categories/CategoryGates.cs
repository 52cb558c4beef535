using Microsoft.Extensions.Logging;

namespace Bolt.Runtime;

/// <summary>The gates of a factory's categories: made with a category's first logger, set anew whenever the levels change, shut by disposal.</summary>
internal sealed class CategoryGates
{
    private const int Disabled = (int)LogLevel.None + 1;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, CategoryGate> _gates = new(StringComparer.Ordinal);
    private readonly bool _exitsOnCritical;
    private Func<string, CategoryRule>? _rules;
    private LogLevel _minimum;
    private bool _closed;

    /// <summary>Makes the gates of a factory.</summary>
    /// <param name="minimum">The least level of every category.</param>
    /// <param name="exitsOnCritical">Whether Critical passes whatever the level, because it ends the process.</param>
    internal CategoryGates(LogLevel minimum, bool exitsOnCritical)
    {
        _minimum = minimum;
        _exitsOnCritical = exitsOnCritical;
    }

    internal CategoryGate For(string category)
    {
        lock (_lock)
        {
            if (!_gates.TryGetValue(category, out CategoryGate? gate))
            {
                gate = new CategoryGate();
                Set(category, gate);
                _gates.Add(category, gate);
            }

            return gate;
        }
    }

    /// <summary>Changes the least level of every category, for loggers that exist too.</summary>
    internal void SetMinimum(LogLevel minimum)
    {
        lock (_lock)
        {
            _minimum = minimum;
            SetAll();
        }
    }

    /// <summary>Changes what is said of each category, for loggers that exist too.</summary>
    internal void SetRules(Func<string, CategoryRule> rules)
    {
        lock (_lock)
        {
            _rules = rules;
            SetAll();
        }
    }

    /// <summary>Nothing is enabled any more.</summary>
    internal void Close()
    {
        lock (_lock)
        {
            _closed = true;
            SetAll();
        }
    }

    private void SetAll()
    {
        foreach ((string category, CategoryGate gate) in _gates)
            Set(category, gate);
    }

    private void Set(string category, CategoryGate gate)
    {
        if (_closed)
        {
            gate.Minimum = Disabled;
            gate.Audience = null;
            return;
        }

        CategoryRule rule = _rules is null ? new CategoryRule(LogLevel.Trace, null, null) : _rules(category);
        int own = Number(rule.Level > _minimum ? rule.Level : _minimum);
        if (rule is { Filter: null, Others: null })
        {
            gate.Audience = null;
            gate.Minimum = own;
            return;
        }

        // The audience first: until the level is lowered it is asked of no more calls than before.
        gate.Audience = new CategoryAudience(own, rule.Filter, rule.Others);
        Volatile.Write(ref gate.Minimum, Math.Min(own, LeastOf(rule.Others)));
    }

    private int Number(LogLevel level) => level != LogLevel.None ? (int)level : _exitsOnCritical ? (int)LogLevel.Critical : Disabled;

    private static int LeastOf(ILogger? others)
    {
        if (others is null)
            return Disabled;

        for (LogLevel level = LogLevel.Trace; level < LogLevel.None; level++)
        {
            if (others.IsEnabled(level))
                return (int)level;
        }

        return Disabled;
    }
}
