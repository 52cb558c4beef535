using Bolt.Benchmarks.Comparison;
using Bolt.Benchmarks.Workloads;

namespace Bolt.Benchmarks.Candidates;

/// <summary>A candidate with a known regression. Both are exact on every machine, which a spin of so many nanoseconds would not be.</summary>
internal sealed class PlantedCandidate(Candidate inner, Plant plant) : Candidate
{
    private const int OneOf = 5;
    private byte[] _allocated = [];

    /// <summary>The bytes of the last burst; a field, so that the compiler does not leave them out.</summary>
    public int Allocated => _allocated.Length;

    public override long? Errors => inner.Errors;

    public override void Log(Workload workload, int count)
    {
        // Every fifth event costs twice: the sample counts five and pays for six.
        inner.Log(workload, plant == Plant.Slow ? count + (count / OneOf) : count);
        if (plant == Plant.Allocate)
            _allocated = new byte[count];
    }

    public override void Flush() => inner.Flush();

    public override void Dispose() => inner.Dispose();
}
