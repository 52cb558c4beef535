using BenchmarkDotNet.Attributes;
using Bolt.Benchmarks.Generators;

namespace Bolt.Benchmarks.Suites;

/// <summary>One edit of a file without log methods, in a project of 1,000 of them in 100 files and 500 other files.</summary>
[MemoryDiagnoser]
[ShortRunJob]
[InProcess]
public class GeneratorEdit
{
    private readonly GeneratorProject _with = new(GeneratorKind.Bolt);
    private readonly GeneratorProject _without = new(GeneratorKind.None);

    /// <summary>The edit and the driver alone.</summary>
    [Benchmark(Baseline = true)]
    public void WithoutGenerator() => _without.Edit(EditKind.UnrelatedFile);

    /// <summary>With Bolt's generator.</summary>
    [Benchmark]
    public void WithGenerator() => _with.Edit(EditKind.UnrelatedFile);
}
