using Microsoft.Extensions.Logging;

namespace QuickStart;

/// <summary>
/// Walks a directory tree and logs one event per file, in the same order every time. Links are logged, not followed, so that no
/// cycle of links can catch it; what cannot be read is an event as well.
/// </summary>
internal sealed class DirectoryWalk(string root, ILogger logger, LogCost cost)
{
    private const int BytesLookedAt = 512;

    private static readonly EnumerationOptions s_everything = new() { AttributesToSkip = 0, IgnoreInaccessible = false };

    private readonly Stack<DirectoryInfo> _pending = new();
    private int _directories;
    private int _files;
    private int _links;
    private int _unreadable;
    private long _bytes;

    public void Run()
    {
        using (cost.Measure())
            Log.WalkStarted(logger, root);

        _pending.Push(new DirectoryInfo(root));
        while (_pending.TryPop(out DirectoryInfo? directory))
            Visit(directory);

        using (cost.Measure())
            Log.WalkFinished(logger, _directories, _files, _links, _unreadable, _bytes);
    }

    private void Visit(DirectoryInfo directory)
    {
        FileSystemInfo[] entries;
        try
        {
            entries = directory.GetFileSystemInfos("*", s_everything);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            LogUnreadable(directory, exception);
            return;
        }

        _directories++;
        Array.Sort(entries, static (left, right) => string.CompareOrdinal(left.Name, right.Name));
        foreach (FileSystemInfo entry in entries)
        {
            if (entry.LinkTarget is { } target)
                LogLink(entry, target);
            else if (entry is FileInfo file)
                Visit(file);
        }

        // Last in, first out: pushed backwards, they are visited in order.
        foreach (FileSystemInfo entry in entries.AsEnumerable().Reverse())
        {
            if (entry is DirectoryInfo subdirectory && entry.LinkTarget is null)
                _pending.Push(subdirectory);
        }
    }

    private void Visit(FileInfo file)
    {
        try
        {
            long size = file.Length;
            FileKind kind = size == 0 ? FileKind.Empty : KindOf(file);
            string path = PathOf(file);
            using (cost.Measure())
                Log.FileFound(logger, path, kind, size, file.LastWriteTimeUtc);

            _files++;
            _bytes += size;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            LogUnreadable(file, exception);
        }
    }

    private static FileKind KindOf(FileInfo file)
    {
        using var handle = File.OpenHandle(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        Span<byte> start = stackalloc byte[BytesLookedAt];
        int length = RandomAccess.Read(handle, start, fileOffset: 0);
        return start[..length].Contains((byte)0) ? FileKind.Binary : FileKind.Text;
    }

    private void LogLink(FileSystemInfo link, string target)
    {
        string path = PathOf(link);
        using (cost.Measure())
            Log.LinkFound(logger, path, target);

        _links++;
    }

    private void LogUnreadable(FileSystemInfo entry, Exception exception)
    {
        string path = PathOf(entry);
        using (cost.Measure())
            Log.Unreadable(logger, path, exception);

        _unreadable++;
    }

    private string PathOf(FileSystemInfo entry) => Path.GetRelativePath(root, entry.FullName);
}
