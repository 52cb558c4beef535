using Microsoft.Extensions.Logging;

namespace Bolt.Provider.Tests.Conformance.Rules;

/// <summary>The category, which a logger is created for.</summary>
internal static class CategoryRules
{
    [Rule("The record has the category of its logger, exactly.", Source.Provider)]
    public static void The_category_is_in_the_record(ConformanceSubject subject) => MustKeep(subject, "Shop.Orders.Checkout");

    [Rule("Letters of any script and characters beyond the basic plane stay what they are.", Source.User)]
    public static void A_category_may_be_of_any_script(ConformanceSubject subject) => MustKeep(subject, "Ħandel.注文.😀");

    [Rule("Quotes, backslashes and control characters stay what they are.", Source.Json)]
    public static void A_category_may_need_escaping(ConformanceSubject subject) => MustKeep(subject, "say \"hi\"\\\t\n\u0001");

    [Rule("The empty category is one.", Source.User)]
    public static void A_category_may_be_empty(ConformanceSubject subject) => MustKeep(subject, "");

    [Rule("A category of 1,000 characters is not cut.", Source.User)]
    public static void A_category_may_be_long(ConformanceSubject subject) => MustKeep(subject, new string('c', 1000));

    [Rule("`ILogger<T>` of a generic, nested type has the type's full name, without type arguments.", Source.Guide)]
    public static void A_generic_logger_has_the_name_of_its_type(ConformanceSubject subject)
    {
        using var session = new Session(subject);
        session.Factory.CreateLogger<Outer.Inner<int>>().LogInformation("x");
        Assert.Equal("Bolt.Provider.Tests.Conformance.Rules.CategoryRules.Outer.Inner", session.Record().Category);
    }

    [Rule("Loggers of different categories do not mix them up.", Source.Provider)]
    public static void Each_logger_has_its_own_category(ConformanceSubject subject)
    {
        using var session = new Session(subject);
        ILogger first = session.Factory.CreateLogger("First");
        ILogger second = session.Factory.CreateLogger("Second");
        first.LogInformation("1");
        second.LogInformation("2");
        first.LogInformation("3");
        Assert.Equal(["First", "Second", "First"], session.Records().Select(record => record.Category));
    }

    [Rule("A logger may be created twice for a category; both write, each record once.", Source.Provider)]
    public static void A_category_may_have_two_loggers(ConformanceSubject subject)
    {
        using var session = new Session(subject);
        session.Factory.CreateLogger("Same").LogInformation("1");
        session.Factory.CreateLogger("Same").LogInformation("2");
        Assert.Equal(["1", "2"], session.Records().Select(record => record.Message));
    }

    [Rule("Categories that differ in case are two.", Source.User)]
    public static void Case_matters(ConformanceSubject subject)
    {
        using var session = new Session(subject);
        session.Factory.CreateLogger("shop").LogInformation("1");
        session.Factory.CreateLogger("SHOP").LogInformation("2");
        Assert.Equal(["shop", "SHOP"], session.Records().Select(record => record.Category));
    }

    private static void MustKeep(ConformanceSubject subject, string category)
    {
        using var session = new Session(subject);
        session.Factory.CreateLogger(category).LogInformation("x");
        Assert.Equal(category, session.Record().Category);
    }

    private static class Outer
    {
        internal sealed class Inner<T>
        {
            internal T? Value { get; }
        }
    }
}
