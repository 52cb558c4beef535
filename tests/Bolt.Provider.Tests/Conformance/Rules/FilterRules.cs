using Microsoft.Extensions.Logging;

namespace Bolt.Provider.Tests.Conformance.Rules;

/// <summary>Filters of Microsoft.Extensions.Logging.</summary>
internal static class FilterRules
{
    private static readonly LogLevel[] s_levels =
        [LogLevel.Trace, LogLevel.Debug, LogLevel.Information, LogLevel.Warning, LogLevel.Error, LogLevel.Critical];

    [Rule("The factory's minimum level holds.", Source.Guide)]
    public static void The_minimum_level_holds(ConformanceSubject subject) =>
        MustPass(subject, builder => builder.SetMinimumLevel(LogLevel.Error), ("Any", LogLevel.Error));

    [Rule("A filter for a category holds for it, and for no other.", Source.Guide)]
    public static void A_filter_by_category_holds(ConformanceSubject subject) =>
        MustPass(subject, builder => builder.AddFilter("Quiet", LogLevel.Error), ("Quiet", LogLevel.Error), ("Loud", LogLevel.Trace));

    [Rule("A filter under the provider's alias holds.", Source.Guide)]
    public static void A_filter_by_alias_holds(ConformanceSubject subject) =>
        MustPass(subject, builder => builder.AddAliasFilter(subject.Alias, null, LogLevel.Warning), ("Any", LogLevel.Warning));

    [Rule("A filter for another provider's alias does not hold.", Source.Guide)]
    public static void A_filter_by_another_alias_does_not_hold(ConformanceSubject subject) =>
        MustPass(subject, builder => builder.AddAliasFilter("Another" + subject.Alias, null, LogLevel.None), ("Any", LogLevel.Trace));

    [Rule("Of the filters under the alias the one with the longest prefix of the category holds.", Source.Guide)]
    public static void The_longest_prefix_holds(ConformanceSubject subject) => MustPass(
        subject,
        builder => builder
            .AddAliasFilter(subject.Alias, "Shop", LogLevel.Error)
            .AddAliasFilter(subject.Alias, "Shop.Orders", LogLevel.Debug)
            .AddAliasFilter(subject.Alias, null, LogLevel.Warning),
        ("Shop.Cart", LogLevel.Error),
        ("Shop.Orders.Checkout", LogLevel.Debug),
        ("Other", LogLevel.Warning));

    [Rule("A wildcard in a filter's category holds.", Source.Guide)]
    public static void A_wildcard_holds(ConformanceSubject subject) => MustPass(
        subject,
        builder => builder.AddAliasFilter(subject.Alias, "Shop.*.Checkout", LogLevel.Error),
        ("Shop.Orders.Checkout", LogLevel.Error),
        ("Shop.Orders.Cart", LogLevel.Trace));

    [Rule("`LogLevel.None` as a filter shuts the provider up.", Source.Guide)]
    public static void None_as_a_filter_writes_nothing(ConformanceSubject subject) =>
        MustPass(subject, builder => builder.AddAliasFilter(subject.Alias, null, LogLevel.None), ("Any", LogLevel.None));

    [Rule("A filter function holds, and decides for each call.", Source.Guide)]
    public static void A_filter_function_holds(ConformanceSubject subject)
    {
        using var session = new Session(subject, builder => builder.AddFilter((_, category, level) => category == "Yes" && level != LogLevel.Warning));
        ILogger yes = session.Factory.CreateLogger("Yes");
        yes.LogInformation("1");
        yes.LogWarning("2");
        session.Factory.CreateLogger("No").LogInformation("3");
        Assert.Equal(["1"], session.Records().Select(record => record.Message));
    }

    [Rule("When the filters change while the program runs, loggers that exist follow, and `IsEnabled` says the same as what is written.", Source.Guide)]
    public static void A_changed_filter_holds(ConformanceSubject subject)
    {
        var filter = new FilterSwitch(subject.Alias);
        using var session = new Session(subject, filter.AddTo);
        var enabled = new List<bool>();
        foreach (LogLevel level in (LogLevel[])[LogLevel.Warning, LogLevel.Debug, LogLevel.None, LogLevel.Information])
        {
            filter.ChangeTo(level);
            foreach (LogLevel call in s_levels)
            {
                enabled.Add(session.Logger.IsEnabled(call));
                Assert.Equal(call >= level, enabled[^1]);
                session.Logger.Log(call, "x");
            }
        }

        Assert.Equal(enabled.Count(isOn => isOn), session.Records().Count);
    }

    private static void MustPass(ConformanceSubject subject, Action<ILoggingBuilder> configure, params (string Category, LogLevel Least)[] expected)
    {
        using var session = new Session(subject, configure);
        var passed = new List<(string?, LogLevel?)>();
        foreach ((string category, LogLevel least) in expected)
        {
            ILogger logger = session.Factory.CreateLogger(category);
            foreach (LogLevel level in s_levels)
            {
                Assert.True(logger.IsEnabled(level) == (level >= least), $"IsEnabled({level}) of '{category}' is {logger.IsEnabled(level)}");
                logger.Log(level, "x");
                if (level >= least)
                    passed.Add((category, level));
            }
        }

        Assert.Equal(passed, session.Records().Select(record => (record.Category, record.Level)));
    }
}
