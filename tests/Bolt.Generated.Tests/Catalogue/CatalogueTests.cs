using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bolt.Gate.Events;
using Bolt.Generators.Catalogue;
using Json.Schema;
using Xunit.Sdk;

namespace Bolt.Generated.Tests.Catalogue;

/// <summary>Nothing else runs beside these tests, which run all others once more.</summary>
[CollectionDefinition(nameof(CatalogueTests), DisableParallelization = true)]
public sealed class CatalogueCollection;

/// <summary>The catalogue of this assembly's events, compared with the records that its tests write.</summary>
[Collection(nameof(CatalogueTests))]
public sealed class CatalogueTests
{
    /// <summary>What the tests bind to loggers.</summary>
    private static readonly HashSet<string> s_bound = ["request", "request_id", "w", "x"];

    /// <summary>Whose records go to loggers of other providers, to sinks of their own, or nowhere.</summary>
    private static readonly HashSet<string> s_elsewhere =
    [
        "Bolt.Generated.Tests.AllocationTests+Log", "Bolt.Generated.Tests.ForeignLoggerTests+Log", "Bolt.Generated.Tests.ForwardedRedactionTests+Log",
        "Bolt.Generated.Tests.HookTests", "Bolt.Generated.Tests.SamplingTests",
    ];

    /// <summary>Tests that use up what a process has once: the first calls of a day.</summary>
    private static readonly HashSet<Type> s_once = [typeof(CatalogueTests), typeof(SamplingTests)];

    /// <summary>What tests call to see that nothing is written, or declare to see that it compiles.</summary>
    private static readonly string[] s_neverWritten = ["Enumerates", "First", "Nullable", "Row39"];

    private static readonly Assembly s_assembly = typeof(CatalogueTests).Assembly;

    [Fact]
    public async Task Every_record_of_these_tests_is_as_the_catalogue_says_and_every_event_is_seen()
    {
        ILookup<string, CatalogueEvent> events = Events().ToLookup(static one => one.Name);
        var observed = new ObservedRecords();
        await observed.During(RunAllTests);
        Assert.InRange(observed.All.Count, 250, int.MaxValue);

        var seen = new HashSet<CatalogueEvent>(ReferenceEqualityComparer.Instance);
        var problems = new List<string>();
        foreach (string record in observed.All)
        {
            using JsonDocument parsed = JsonDocument.Parse(record);

            // What was logged by other means than a log method.
            if (!parsed.RootElement.TryGetProperty("event", out JsonElement name) || !events.Contains(name.GetString()!))
                continue;

            CatalogueEvent[] named = [.. events[name.GetString()!]];
            string?[] differences = [.. named.Select(one => RecordComparison.Difference(parsed.RootElement, one, s_bound))];
            if (differences.All(static difference => difference is not null))
                problems.Add($"{record[..Math.Min(record.Length, 300)]}: {string.Join("; ", differences.Distinct())}");
            for (int i = 0; i < named.Length; i++)
            {
                if (differences[i] is null)
                    seen.Add(named[i]);
            }
        }

        Assert.Empty(problems);
        CatalogueEvent[] unseen = [.. events.SelectMany(static group => group).Where(one => !seen.Contains(one) && !s_elsewhere.Contains(one.Type))];
        Assert.Empty(problems);
        Assert.Equal(s_neverWritten, unseen.Select(static one => one.Method).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_record_is_valid_by_the_schema_and_no_longer_with_a_wrong_value()
    {
        IReadOnlyList<CatalogueEvent> events = Events();
        JsonSchema schema = JsonSchema.FromText(EventSchema.Write(events));
        Dictionary<string, CatalogueEvent> only = events.GroupBy(static one => one.Name).Where(static group => group.Count() == 1).ToDictionary(static group => group.Key, static group => group.First());
        var observed = new ObservedRecords();
        await observed.During(RunAllTests);

        int broken = 0;
        foreach (string record in observed.All)
        {
            Assert.True(IsValid(schema, record), record);
            JsonObject changed = JsonNode.Parse(record)!.AsObject();
            if (changed["event"] is not { } name || !only.TryGetValue(name.GetValue<string>(), out CatalogueEvent? one))
                continue;

            // Nothing that is logged is this.
            foreach (CatalogueField field in one.Fields.Where(field => changed.ContainsKey(field.Key) && field.Kind != JsonKind.Any))
            {
                JsonNode? before = changed[field.Key]?.DeepClone();
                changed[field.Key] = JsonNode.Parse("""{"wrong":[[{}]]}""");
                Assert.False(IsValid(schema, changed.ToJsonString()), changed.ToJsonString());
                changed[field.Key] = before;
                broken++;
                if (field.IsOptional || changed.ContainsKey("truncated"))
                    continue;

                changed.Remove(field.Key);
                Assert.False(IsValid(schema, changed.ToJsonString()), changed.ToJsonString());
                changed[field.Key] = before?.DeepClone();
            }
        }

        Assert.InRange(broken, 200, int.MaxValue);
    }

    [Fact]
    public void Every_log_method_is_in_the_catalogue_with_its_place()
    {
        string[] declared =
        [
            .. s_assembly.GetTypes()
                .SelectMany(static type => type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly))
                .Where(static method => method.IsDefined(typeof(LogEventAttribute), inherit: false))
                .Select(static method => method.DeclaringType!.FullName + "." + method.Name)
                .Order(StringComparer.Ordinal),
        ];
        CatalogueEvent[] events = [.. Events()];

        Assert.Equal(declared, events.Select(static one => one.Type + "." + one.Method).Order(StringComparer.Ordinal));
        Assert.All(events, static one => Assert.EndsWith(".cs", one.File, StringComparison.Ordinal));
        Assert.All(events, static one => Assert.False(Path.IsPathRooted(one.File)));
        Assert.All(events, static one => Assert.InRange(one.Line, 1, 1000));
    }

    private static bool IsValid(JsonSchema schema, string record)
    {
        using JsonDocument parsed = JsonDocument.Parse(record);
        return schema.Evaluate(parsed.RootElement).IsValid;
    }

    private static IReadOnlyList<CatalogueEvent> Events() =>
        EmbeddedEvents.Read(s_assembly.Location, Path.ChangeExtension(s_assembly.Location, ".pdb"), out string problem) ?? throw new InvalidOperationException(problem);

    private static async Task RunAllTests()
    {
        foreach (Type type in s_assembly.GetExportedTypes())
        {
            if (s_once.Contains(type) || type.IsAbstract && !type.IsSealed)
                continue;

            foreach (MethodInfo method in type.GetMethods())
            {
                if (method.GetCustomAttribute<FactAttribute>() is null)
                    continue;

                object?[]?[] rows = [.. method.GetCustomAttributes<DataAttribute>().SelectMany(data => data.GetData(method) ?? [])];
                foreach (object?[]? row in rows.Length == 0 ? [null] : rows)
                {
                    object? tests = Activator.CreateInstance(type);
                    if (method.Invoke(tests, row) is Task task)
                        await task;
                    (tests as IDisposable)?.Dispose();
                }
            }
        }
    }
}
