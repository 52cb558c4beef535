using Bolt.Operations.Tests.Servers;

namespace Bolt.Operations.Tests.Pprof;

/// <summary>What <c>go tool pprof</c> reads in the profiles of a program whose work is known, with fifty threads that only wait.</summary>
public abstract class PprofTests(WorkloadProcess workload)
{
    private const string Workload = "Bolt.Diagnostics.Workload.";

    [ServerFact("go")]
    public async Task Cpu_has_the_busy_method_first()
    {
        string top = await workload.PprofAsync("profile?seconds=4", "-top");
        Assert.Contains("Type: cpu", top);
        Assert.Equal(Workload + "BusyWork.Scramble", FirstOf(top));
        Assert.DoesNotContain("IdleThreads", top);
    }

    [ServerFact("go")]
    public async Task Cpu_knows_the_file_and_the_line()
    {
        string top = await workload.PprofAsync("profile?seconds=2", "-top", "-lines");
        string file = Repository.PathOf("tests", "Bolt.Diagnostics.Workload", "BusyWork.cs");
        string[] lines = await File.ReadAllLinesAsync(file);
        int loop = Array.FindIndex(lines, static line => line.Contains("for (int i", StringComparison.Ordinal)) + 1;
        Assert.Contains(Enumerable.Range(loop - 2, 7), line => top.Contains($"BusyWork.cs:{line}\n", StringComparison.Ordinal));
    }

    [ServerFact("go")]
    public async Task Allocs_names_the_allocating_method()
    {
        string top = await workload.PprofAsync("allocs?seconds=3", "-top", "-cum");
        Assert.Contains("alloc_space", top);
        Assert.Contains(Workload + "AllocatingWork.MakeBuffer", top);
        Assert.Equal(Workload + "AllocatingWork.MakeBuffer", FirstOf(await workload.PprofAsync("allocs?seconds=3", "-top")));
    }

    [ServerFact("go")]
    public async Task Block_names_the_method_that_waits_for_the_lock()
    {
        string top = await workload.PprofAsync("block?seconds=3", "-top");
        Assert.Contains("Type: delay", top);
        Assert.Equal(Workload + "LockingWork.WaitForGate", FirstOf(top));
    }

    [ServerFact("go")]
    public async Task Heap_names_the_retained_type_and_the_path_that_keeps_it()
    {
        Assert.Contains("KeptRecord", FirstOf(await workload.PprofAsync("heap", "-top")));
        string traces = await workload.PprofAsync("heap", "-traces");
        string[] path = traces.Split("-----------+").First(static trace => trace.Split('\n', StringSplitOptions.RemoveEmptyEntries) is [_, { } top, ..] && top.EndsWith("KeptRecord", StringComparison.Ordinal)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains(path, static line => line.Contains("KeptRecord[]", StringComparison.Ordinal));
        Assert.Contains("s_kept", path[^1]);
    }

    [ServerFact("go")]
    public async Task Goroutine_has_a_stack_of_every_thread()
    {
        string top = await workload.PprofAsync("goroutine", "-top", "-cum");
        Assert.Contains(Workload + "IdleThreads.Wait", top);
        string[] lines = [.. (await workload.GetAsync("debug/pprof/goroutine?debug=1")).Split('\n').Where(static line => line.StartsWith("goroutine ", StringComparison.Ordinal))];
        Assert.Equal(50, lines.Count(static line => line.Contains("IdleThreads.Wait", StringComparison.Ordinal)));
    }

    [ServerFact("go")]
    public async Task Heap_as_text_has_the_lines_that_the_runbook_looks_for()
    {
        string text = await workload.GetAsync("debug/pprof/heap?debug=1");
        foreach (string name in new[] { "HeapAlloc", "HeapSys", "HeapInuse" })
        {
            string line = Assert.Single(text.Split('\n'), line => line.StartsWith($"# {name} = ", StringComparison.Ordinal));
            Assert.True(long.Parse(line.Split('=')[1], System.Globalization.CultureInfo.InvariantCulture) > 1 << 20);
        }
    }

    /// <summary>The function of the first row: five columns of numbers, then the name.</summary>
    private static string FirstOf(string top) =>
        top.Split('\n').SkipWhile(static line => !line.Contains("flat%", StringComparison.Ordinal)).Skip(1).First().Split(' ', StringSplitOptions.RemoveEmptyEntries)[5];
}

/// <summary>One after the other, and nothing beside them: they share two processors.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class PprofCollection
{
    public const string Name = "pprof";
}

[Collection(PprofCollection.Name)]
public sealed class DebugPprofTests(DebugWorkload workload) : PprofTests(workload), IClassFixture<DebugWorkload>;

[Collection(PprofCollection.Name)]
public sealed class ReleasePprofTests(ReleaseWorkload workload) : PprofTests(workload), IClassFixture<ReleaseWorkload>;
