using System.Diagnostics.Tracing;
using Bolt.Diagnostics.Profiles.Heap;
using Bolt.Diagnostics.Profiles.Recording;
using Bolt.Diagnostics.Profiles.Symbols;
using Microsoft.Diagnostics.Tracing;
using Microsoft.Diagnostics.Tracing.Parsers.Clr;

namespace Bolt.Diagnostics.Profiles.Kinds;

/// <summary>
/// Which types are kept in memory, after a collection, and by what. The runtime does not remember who allocated an object; its stack
/// here is the shortest path of references that keeps it: the object's type on top, a root at the bottom.
/// </summary>
internal static class HeapProfile
{
    // GC, heap dump, collect now, types and their names.
    private const long Snapshot = 0x1980001;
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    /// <summary>Records one trace.</summary>
    public static string Record(TraceFolder folder, CancellationToken clientGone)
    {
        string path = folder.NewFile();
        using FileStream file = File.Create(path);
        Take(new HeapGraph(), file, clientGone);
        return path;
    }

    /// <summary>Takes a snapshot.</summary>
    public static StackProfile Observe(CancellationToken clientGone)
    {
        var profile = new StackProfile(("inuse_objects", "count"), ("inuse_space", "bytes"))
        {
            DefaultValue = "inuse_space",
            Time = DateTimeOffset.UtcNow,
            Period = ("space", "bytes", 1),
        };
        profile.Comments.Add("A stack is the shortest path of references from an object (top) to a root (bottom), not where it was allocated.");
        var graph = new HeapGraph();
        Take(graph, copy: null, clientGone);
        graph.AddPathsTo(profile, clientGone);
        return profile;
    }

    private static void Take(HeapGraph graph, Stream? copy, CancellationToken clientGone)
    {
        using var complete = new ManualResetEvent(false);
        int lost = 0;
        using (EventSession session = EventSession.Start(EventSession.Runtime, Snapshot, EventLevel.Verbose, namesMethods: false, BufferMegabytes(), stream =>
        {
            using var source = new EventPipeEventSource(copy is null ? stream : new CopyingStream(stream, copy));
            graph.ReadFrom(source);
            int collection = -1;
            source.Clr.GCStart += start => collection = collection < 0 && start is { Depth: 2, Reason: GCReason.Induced } ? start.Count : collection;
            source.Clr.GCStop += stop =>
            {
                if (stop.Count == collection)
                    complete.Set();
            };
            source.Process();
            lost = source.EventsLost;
            complete.Set();
        }))
        {
            int signal = WaitHandle.WaitAny([complete, clientGone.WaitHandle], s_patience);
            clientGone.ThrowIfCancellationRequested();
            session.Stop();
            if (signal == WaitHandle.WaitTimeout)
                throw new ProfileUnavailableException(ProfileUnavailableException.NotNow, $"The collection that walks the heap did not end within {s_patience.TotalSeconds} s.");
        }

        if (lost > 0)
            throw new ProfileUnavailableException(ProfileUnavailableException.NotNow, $"The heap is too large for a snapshot in {BufferMegabytes()} MB of free memory; use heap?debug=1, or give the process more.");
    }

    // While the heap is walked all threads stand still, our reader too: the runtime must hold the whole snapshot.
    private static int BufferMegabytes()
    {
        GCMemoryInfo memory = GC.GetGCMemoryInfo();
        long free = memory.TotalAvailableMemoryBytes - Math.Max(memory.MemoryLoadBytes, Environment.WorkingSet);
        return (int)Math.Clamp(free / 2 / (1024 * 1024), 64, 2000);
    }

    /// <summary>Hands on what it reads, and keeps a copy.</summary>
    private sealed class CopyingStream(Stream stream, Stream copy) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            int read = stream.Read(buffer, offset, count);
            copy.Write(buffer, offset, read);
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
