using Bolt.Benchmarks.Comparison;

namespace Bolt.Benchmarks.Startup;

/// <summary>Launches the candidates in turns (A B C, B C A, …), so that whatever else the machine does falls on all of them.</summary>
internal static class InterleavedLaunches
{
    /// <param name="program">The child processes' program.</param>
    /// <param name="candidates">What starts.</param>
    /// <param name="launches">How often each.</param>
    /// <param name="skipped">Receives the candidates that do not start, and why.</param>
    public static IReadOnlyList<StartupRow> Run(StartupProgram program, IReadOnlyList<StartupKind> candidates, int launches, List<string> skipped)
    {
        // Once each, for the files to be in the cache and to see who starts at all.
        var taken = new Dictionary<StartupKind, List<Launch>>();
        foreach (StartupKind kind in candidates)
        {
            try
            {
                program.Start(kind);
                taken.Add(kind, []);
            }
            catch (InvalidOperationException failed)
            {
                skipped.Add($"{kind.Title()}, {program.Compilation}: {failed.Message}");
            }
        }

        StartupKind[] kinds = [.. taken.Keys];
        for (int round = 0; round < launches; round++)
        {
            for (int turn = 0; turn < kinds.Length; turn++)
            {
                StartupKind kind = kinds[(round + turn) % kinds.Length];
                taken[kind].Add(program.Start(kind));
            }
        }

        return
        [
            .. kinds.Select(kind => new StartupRow(
                program.Compilation,
                kind,
                Spread.Of(taken[kind].Select(static launch => launch.FirstByte)),
                Spread.Of(taken[kind].Select(static launch => launch.Flushed)),
                Spread.Of(taken[kind].Select(static launch => launch.Process)),
                Ratio(taken[kind], taken.GetValueOrDefault(StartupKind.ZLogger)),
                Ratio(taken[kind], taken.GetValueOrDefault(StartupKind.Serilog)))),
        ];
    }

    private static Spread? Ratio(List<Launch> own, List<Launch>? peer) => peer is null
        ? null
        : Spread.Of(own.Zip(peer, static (one, other) => one.FirstByte / other.FirstByte));
}
