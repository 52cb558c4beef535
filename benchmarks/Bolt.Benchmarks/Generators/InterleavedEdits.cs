using System.Diagnostics;
using Microsoft.CodeAnalysis.CSharp;

namespace Bolt.Benchmarks.Generators;

/// <summary>Has the projects edited in turns (A B C, B C A, …), so that whatever else the machine does falls on all of them.</summary>
internal sealed class InterleavedEdits(IReadOnlyDictionary<GeneratorKind, GeneratorProject> projects)
{
    private const int WarmUpRounds = 40;

    private readonly GeneratorKind[] _kinds = [.. projects.Keys];

    /// <summary>Edits of every kind, until the compiler and the generators are compiled themselves: they come as IL.</summary>
    public void WarmUp()
    {
        EditKind[] edits = Enum.GetValues<EditKind>();
        for (int round = 0; round < WarmUpRounds; round++)
        {
            foreach (GeneratorProject project in projects.Values)
                Take(project, edits[round % edits.Length], new EditSamples());
        }

        Thread.Sleep(500);
        foreach (GeneratorProject project in projects.Values)
            Take(project, null, new EditSamples());
    }

    /// <param name="edit">What to type; null for the first run of a new driver.</param>
    /// <param name="rounds">How often each.</param>
    public IReadOnlyList<GeneratorRow> Run(EditKind? edit, int rounds)
    {
        var samples = _kinds.ToDictionary(static kind => kind, static _ => new EditSamples());
        for (int round = 0; round < rounds; round++)
        {
            for (int turn = 0; turn < _kinds.Length; turn++)
            {
                GeneratorKind kind = _kinds[(round + turn) % _kinds.Length];
                Take(projects[kind], edit, samples[kind]);
            }
        }

        EditSamples? peer = samples.GetValueOrDefault(GeneratorKind.ZLogger);
        return [.. _kinds.Select(kind => GeneratorRow.Of(edit, kind, samples[kind], peer))];
    }

    private static void Take(GeneratorProject project, EditKind? edit, EditSamples samples)
    {
        CSharpCompilation? unbound = edit is null ? project.Unbound() : null;

        // What the one before left behind is not for this one to collect.
        GC.Collect(1, GCCollectionMode.Forced, blocking: true);
        long allocated = GC.GetTotalAllocatedBytes(precise: true);
        long start = Stopwatch.GetTimestamp();
        if (unbound is null)
            project.Edit(edit!.Value);
        else
            project.RunCold(unbound);

        samples.Milliseconds.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        samples.Bytes.Add(GC.GetTotalAllocatedBytes(precise: true) - allocated);
        if (edit == EditKind.AddedMethod)
            project.Restore();
    }
}
