using System.Reflection;
using Bolt.Provider.Tests.Conformance.Rules;

namespace Bolt.Provider.Tests.Conformance;

/// <summary>Every rule, in the order of the page.</summary>
public static class RuleBook
{
    private static readonly Type[] s_groups =
    [
        typeof(RecordRules), typeof(CategoryRules), typeof(LevelRules), typeof(EventIdRules), typeof(MessageRules), typeof(ValueRules), typeof(NameRules),
        typeof(ArgumentRules), typeof(StateRules), typeof(ScopeRules), typeof(ExceptionRules), typeof(FilterRules), typeof(JsonRules), typeof(NestedCallRules),
        typeof(ThreadRules), typeof(ProviderRules), typeof(LifetimeRules),
    ];

    public static IReadOnlyList<ConformanceRule> All { get; } = Read();

    public static ConformanceRule Named(string name) => All.Single(rule => rule.Name == name);

    private static List<ConformanceRule> Read()
    {
        var rules = new List<ConformanceRule>();
        foreach (Type group in s_groups)
        {
            foreach (MethodInfo method in group.GetMethods(BindingFlags.Public | BindingFlags.Static).OrderBy(method => method.MetadataToken))
            {
                if (method.GetCustomAttribute<RuleAttribute>() is { } rule)
                    rules.Add(new ConformanceRule(group.Name[..^"Rules".Length], method, rule));
            }
        }

        return rules;
    }
}
