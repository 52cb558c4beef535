namespace Bolt.Benchmarks.Generators;

/// <summary>The samples of one generator doing one thing, round by round.</summary>
internal sealed class EditSamples
{
    public List<double> Milliseconds { get; } = [];

    public List<double> Bytes { get; } = [];
}
