using Bolt.Benchmarks.Workloads;

namespace Bolt.Benchmarks.Comparison;

/// <summary>Where one candidate's records go: a stream that discards, or a file of its own that is emptied between samples.</summary>
internal sealed class Output : IDisposable
{
    private readonly FileStream? _file;

    public Output(Route route)
    {
        if (route != Route.BackgroundFile)
        {
            Stream = Stream.Null;
            return;
        }

        string path = Path.Combine(Path.GetTempPath(), $"bolt-benchmark-{Guid.NewGuid():N}.log");
        Stream = _file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0, FileOptions.DeleteOnClose);
    }

    public Stream Stream { get; }

    /// <summary>Empties the file, so that no run needs more disk than one burst a candidate.</summary>
    public void Empty() => _file?.SetLength(0);

    public void Dispose() => _file?.Dispose();
}
