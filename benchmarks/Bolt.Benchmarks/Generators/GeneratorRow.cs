using Bolt.Benchmarks.Comparison;

namespace Bolt.Benchmarks.Generators;

/// <summary>What was measured of one generator.</summary>
/// <param name="Edit">What was typed; null for the first run of a new driver.</param>
/// <param name="Generator">With which generator.</param>
/// <param name="Milliseconds">Until the driver was done.</param>
/// <param name="Bytes">Allocated by all threads until then.</param>
/// <param name="TimeRatio">Time to that of ZLogger's generator in the same round; null without ZLogger.</param>
/// <param name="BytesRatio">The same of bytes.</param>
internal sealed record GeneratorRow(EditKind? Edit, GeneratorKind Generator, Spread Milliseconds, Spread Bytes, Spread? TimeRatio, Spread? BytesRatio)
{
    public static GeneratorRow Of(EditKind? edit, GeneratorKind generator, EditSamples own, EditSamples? peer) => new(
        edit,
        generator,
        Spread.Of(own.Milliseconds),
        Spread.Of(own.Bytes),
        peer is null ? null : Ratio(own.Milliseconds, peer.Milliseconds),
        peer is null ? null : Ratio(own.Bytes, peer.Bytes));

    private static Spread Ratio(List<double> own, List<double> peer) => Spread.Of(own.Zip(peer, static (one, other) => one / other));
}
