using Bolt.Generators.Catalogue;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Bolt.Generators.Tests.Catalogue;

/// <summary>What the generator hands over to the build, and when.</summary>
public sealed class EventCatalogueTests
{
    private const string Source = """
        namespace Shop
        {
            internal partial class Orders(ILogger<Orders.Paid> logger)
            {
                internal sealed class Paid;

                [LogEvent(LogLevel.Information, "Paid\n\u2028\t\\ {b}", EventId = -3)]
                internal partial void Pay(int a, string b);

                [LogEvent(LogLevel.Information, EventName = "Pay")]
                internal partial void Pay(int a, Guid b);

                [LogEvent(LogLevel.Information, "{nothing}")]
                internal partial void Mistaken();
            }

            internal static partial class Log
            {
                [LogEvent(LogLevel.Critical)]
                internal static partial void Lost<T>(ILogger logger, T any, IEnumerable<T> all, [LogFields] Node node, Exception? error)
                    where T : ISpanFormattable;

                [LogEvent]
                internal static partial void Said(ILogger logger, LogLevel level, [CallerLineNumber] int line = 0);
            }

            internal sealed record Node([property: LogName("a/b")] DayOfWeek Day, Node? Next, Dictionary<string, Node[]> More, [property: Sensitive] string Secret);
        }
        """;

    [Fact]
    public void Without_the_property_there_is_nothing() => Assert.DoesNotContain(EventText.FileName, Run(new ProjectProperties()).Keys);

    [Fact]
    public void Nor_is_there_in_an_editor() => Assert.DoesNotContain(
        EventText.FileName,
        Run(new ProjectProperties(("BoltEventCatalog", "true")), IncrementalGeneratorOutputKind.Implementation).Keys);

    [Fact]
    public void It_says_what_each_event_holds_and_where_it_is_declared()
    {
        IReadOnlyList<CatalogueEvent> events = Events(new ProjectProperties(("BoltEventCatalog", "True"), ("ProjectDir", "/home/shop/src/")), "/home/shop/src/Orders/Log.cs");

        Assert.Equal(
            [
                "Shop.Log/Lost Critical", "Shop.Log/Lost/any any", "Shop.Log/Lost/all array", "Shop.Log/Lost/all[] any", "Shop.Log/Lost/node object",
                "Shop.Log/Lost/node/\"a/b\" enum", "Shop.Log/Lost/node/Next object as node", "Shop.Log/Lost/node/More object", "Shop.Log/Lost/node/More{} array",
                "Shop.Log/Lost/node/More{}[] object as node", "Shop.Log/Lost/node/Secret string mask", "Shop.Log/Lost/error string",
                "Shop.Log/Said Dynamic", "Shop.Log/Said/line integer",
                "Shop.Orders/Pay Information", "Shop.Orders/Pay/a integer", "Shop.Orders/Pay/b string(uuid)",
                "Shop.Orders/Pay Information -3", "Shop.Orders/Pay/a integer", "Shop.Orders/Pay/b string",
            ],
            events.SelectMany(EventLine.Of).Select(static line => line.ToString()));
        Assert.All(events, static one => Assert.Equal("Orders/Log.cs", one.File));
        Assert.Equal([28, 32, 19, 16], events.Select(static one => one.Line));
        Assert.Equal(["", "", "Shop.Orders.Paid", "Shop.Orders.Paid"], events.Select(static one => one.Category));
        Assert.Equal("Paid\n\u2028\t\\ {b}", events[^1].Template);
        Assert.Equal([false, true], events[1].Fields.Select(static field => field.IsOptional).Prepend(false));
    }

    [Theory]
    [InlineData("/home/shop/src/", "/home/shop/shared/Log.cs", "../shared/Log.cs")]
    [InlineData("C:\\shop\\", "C:\\shop\\Log.cs", "Log.cs")]
    [InlineData("C:\\shop\\", "D:\\other\\Log.cs", "D:/other/Log.cs")]
    [InlineData("", "Log.cs", "Log.cs")]
    public void A_file_is_named_as_the_project_sees_it(string folder, string path, string expected) =>
        Assert.All(Events(new ProjectProperties(("BoltEventCatalog", "true"), ("ProjectDir", folder)), path), one => Assert.Equal(expected, one.File));

    [Fact]
    public void What_is_written_is_read_again()
    {
        IReadOnlyList<CatalogueEvent> events = Events(new ProjectProperties(("BoltEventCatalog", "true")), "Log.cs");

        string text = EventText.Write(events);

        Assert.Equal(text, EventText.Write(EventText.Read(text)));
        Assert.All(text.TrimEnd('\n').Split('\n'), static line => Assert.StartsWith("// ", line, StringComparison.Ordinal));
        Assert.Empty(EventText.Read(EventText.Write([])));
    }

    [Fact]
    public void A_project_without_events_says_so()
    {
        CSharpCompilation compilation = Driver.Compile("internal static class Program;");

        Assert.Empty(EventText.Read(Run(compilation, new ProjectProperties(("BoltEventCatalog", "true")))[EventText.FileName]));
    }

    [Fact]
    public void Text_of_another_version_is_refused() => Assert.Throws<FormatException>(static () => EventText.Read("// E\ta\tb"));

    private static IReadOnlyList<CatalogueEvent> Events(ProjectProperties properties, string path)
    {
        CSharpCompilation compilation = Driver.Compile(Source);
        SyntaxTree tree = compilation.SyntaxTrees[0];
        return EventText.Read(Run(compilation.ReplaceSyntaxTree(tree, tree.WithFilePath(path)), properties)[EventText.FileName]);
    }

    private static SortedDictionary<string, string> Run(ProjectProperties properties, IncrementalGeneratorOutputKind disabled = IncrementalGeneratorOutputKind.None) =>
        Run(Driver.Compile(Source), properties, disabled);

    private static SortedDictionary<string, string> Run(CSharpCompilation compilation, ProjectProperties properties, IncrementalGeneratorOutputKind disabled = IncrementalGeneratorOutputKind.None)
    {
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new LogEventGenerator().AsSourceGenerator()],
            parseOptions: (CSharpParseOptions)compilation.SyntaxTrees[0].Options,
            optionsProvider: properties,
            driverOptions: new GeneratorDriverOptions(disabled));
        return Driver.Sources(driver.RunGenerators(compilation).GetRunResult());
    }
}
