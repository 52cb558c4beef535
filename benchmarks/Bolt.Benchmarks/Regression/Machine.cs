using Bolt.Benchmarks.Comparison;

namespace Bolt.Benchmarks.Regression;

/// <summary>What a ratio depends on besides the code: the limit gains more from one processor than Bolt does, and a JIT is a part of the framework.</summary>
internal sealed record Machine(string Processor, int Processors, string Architecture, string Framework)
{
    public static Machine Of(RunDocument run) => new(run.Processor, run.Processors, run.Architecture, run.Framework);

    /// <summary>What is not the same, for people; empty where all is.</summary>
    public IEnumerable<string> DifferencesTo(Machine other)
    {
        (string What, object Own, object Other)[] all =
        [
            ("processor", Processor, other.Processor),
            ("processors", Processors, other.Processors),
            ("architecture", Architecture, other.Architecture),
            ("framework", Framework, other.Framework),
        ];
        return all.Where(static one => !one.Own.Equals(one.Other)).Select(static one => $"{one.What} '{one.Own}', not '{one.Other}'");
    }
}
