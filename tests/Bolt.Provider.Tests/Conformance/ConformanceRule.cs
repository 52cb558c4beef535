using System.Reflection;

namespace Bolt.Provider.Tests.Conformance;

/// <summary>One rule: what is required, by whom, and how it is checked.</summary>
public sealed class ConformanceRule
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(2);
    private readonly MethodInfo _check;

    internal ConformanceRule(string group, MethodInfo check, RuleAttribute rule)
    {
        _check = check;
        Group = group;
        Requirement = rule.Requirement;
        Source = rule.Source;
    }

    /// <summary>What the rule is about: the name of its class.</summary>
    public string Group { get; }

    /// <summary>A sentence with underscores, as tests are named; unique.</summary>
    public string Name => _check.Name;

    public string Requirement { get; }

    public string Source { get; }

    /// <summary>Checks a subject, on a thread of its own, so that no scope leaks and a log call that never returns is a failure and not a hang.</summary>
    /// <returns>What is wrong, or null.</returns>
    public async Task<Exception?> Check(ConformanceSubject subject)
    {
        var check = _check.CreateDelegate<Action<ConformanceSubject>>();
        try
        {
            await Task.Factory.StartNew(() => check(subject), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).WaitAsync(s_limit);
            return null;
        }
        catch (Exception failure)
        {
            return failure;
        }
    }
}
