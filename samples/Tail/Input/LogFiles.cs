using Bolt.Sinks;

namespace Tail.Input;

/// <summary>A log file, before it the files that Bolt rolled from it, and after it those that take its place while it is followed.</summary>
internal sealed class LogFiles : LogInput
{
    private static readonly TimeSpan s_betweenLooks = TimeSpan.FromMilliseconds(50);

    private readonly string _path;
    private readonly bool _follow;
    private readonly RolledFiles? _rolled;
    private readonly HashSet<string> _known = [];
    private LogFile? _file;
    private bool _isNewest;
    private bool _isCaughtUp;
    private bool _isReplaced;
    private long _readBefore;
    private long _total;

    private LogFiles(string path, bool rolled, bool follow)
    {
        _path = path;
        _follow = follow;

        // A file by itself needs no look at its directory, which may be closed to us.
        _rolled = rolled || follow ? new RolledFiles(path) : null;
    }

    public override long Position => _readBefore + (_file?.Position ?? 0);

    public override long Total => _total;

    /// <summary>Opens a log to be read once or followed; null if there is none.</summary>
    /// <exception cref="IOException">It cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static LogInput? Open(string path, bool rolled, bool follow, int? last)
    {
        string fullPath = Path.GetFullPath(path);
        if (!Directory.Exists(Path.GetDirectoryName(fullPath)))
            return null;

        var log = new LogFiles(fullPath, rolled, follow);
        foreach (string file in log._rolled?.OldestFirst() ?? [])
        {
            if (rolled)
                log._total += new FileInfo(file) is { Exists: true } info ? info.Length : 0;
            else
                log._known.Add(file);
        }

        if (!log.TryMoveOn())
            return null;

        if (log._file is { CanSeek: false } pipe)
            return new LogPipe(pipe.Stream, $"'{path}'");

        log._total += new FileInfo(path) is { Exists: true } newest ? newest.Length : 0;
        if (last is { } lines && !rolled)
            log._file!.Position = LastLines.Start(log._file, lines);
        return log;
    }

    public override Step Read(Memory<byte> room, out int count, CancellationToken interrupted)
    {
        count = 0;
        while (!interrupted.IsCancellationRequested)
        {
            count = _file?.Read(room.Span) ?? 0;
            if (count > 0)
                return Step.Bytes;

            if (!_isNewest && TryMoveOn())
                return Step.NextFile;
            if (!_follow)
                return Step.End;

            if (!_isCaughtUp)
            {
                _isCaughtUp = true;
                return Step.CaughtUp;
            }

            if (_file is not null && _file.RewindIfCut())
                return Step.NextFile;
            if (IsReplacedForLong() && TryMoveOn())
                return Step.NextFile;
            interrupted.WaitHandle.WaitOne(s_betweenLooks);
        }

        return Step.End;
    }

    public override void Dispose() => _file?.Dispose();

    // One more look at the old file: whoever writes it may notice later than we that the path leads to another. While the path leads
    // nowhere, the old file is all there is.
    private bool IsReplacedForLong()
    {
        bool wasReplaced = _isReplaced;
        _isReplaced = _isNewest && _file!.IsAt(_path) == false;
        return wasReplaced && _isReplaced;
    }

    private bool TryMoveOn()
    {
        // Before the look at the names: what is rolled in between is then among them.
        LogFile? newest = LogFile.Open(_path);
        LogFile? next = null;
        foreach (string file in _rolled?.OldestFirst() ?? [])
        {
            bool isOurs = !_known.Add(file) || (_isNewest && _file!.IsAt(file) == true);
            if (!isOurs && (next = LogFile.Open(file)) is not null)
                break;
        }

        _isNewest = next is null && (newest is not null || _isNewest);
        if (next is not null)
            newest?.Dispose();
        next ??= newest;
        if (next is null)
            return false;

        _readBefore = Position;
        _file?.Dispose();
        _file = next;
        _isReplaced = false;
        return true;
    }
}
