using System.Reflection;

namespace Bolt.Migration.Tests.Guides;

/// <summary>The pages have no row that is no test.</summary>
public sealed class GuideTests
{
    private static readonly Type[] s_tables = [.. typeof(GuideTests).Assembly.GetTypes().Where(static type => type.IsSubclassOf(typeof(GuideTable)) && !type.IsAbstract)];

    public static TheoryData<string> Pages => [.. GuidePage.Names];

    [Fact]
    public void Every_page_has_tables() =>
        Assert.Equal(["README", "go-bolt", "log4net", "loggermessage", "nlog", "serilog", "zlogger"], GuidePage.Names);

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_row_is_a_test_and_every_test_a_row(string page)
    {
        var guide = new GuidePage(page);
        var tables = s_tables.Where(type => ((GuideTable)Activator.CreateInstance(type)!).Page == page).ToDictionary(static type => type.Name);
        Assert.Equal(tables.Keys.Order(StringComparer.Ordinal), guide.Tables.Order(StringComparer.Ordinal));
        foreach (var (name, type) in tables)
        {
            var tests = type.GetMethods().Where(static method => method.GetCustomAttribute<FactAttribute>() is not null).Select(static method => GuideTable.Title(method.Name));
            Assert.Equal(tests.Order(StringComparer.Ordinal), guide.Rows(name).Select(GuidePage.TitleOf).Order(StringComparer.Ordinal));
        }
    }
}
