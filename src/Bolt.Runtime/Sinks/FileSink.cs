using Bolt.Sinks.Native;
using Microsoft.Win32.SafeHandles;

namespace Bolt.Sinks;

/// <summary>Appends records to a file, which it can roll by size and by day; follows the path when others move the file away.</summary>
/// <remarks>
/// A batch is one appending write, so several processes may write one file without tearing each other's lines. Rolled files are named
/// <c>app.20261123.log</c>, <c>app.20261123.1.log</c> and so on; of several processes that roll one file, one renames it and the
/// others follow. A file that cannot be rolled or reopened is written further as long as it has a name, and the next
/// <see cref="Flush"/> throws the reason.
/// </remarks>
public sealed class FileSink : LogSink
{
    private const int RollRetryMilliseconds = 1000;
    private const int LockAttempts = 50;

    private readonly string _path;
    private readonly string _directory;
    private readonly byte[] _pathBytes;
    private readonly FileSinkOptions _options;
    private readonly Func<string, UnixFileMode, LineTarget> _open;
    private readonly RolledFiles _rolled;
    private readonly long _checkInterval;

    private LineTarget _target;
    private FileStatus? _identity;
    private bool _isRegular;
    private DateOnly _day;
    private long _checkedAt;
    private long _rollAfter = long.MinValue;
    private Exception? _unreported;
    private bool _disposed;

    /// <summary>Opens the file, creating it and its directories if needed.</summary>
    /// <param name="path">The file, absolute or relative to the current directory at this moment.</param>
    /// <param name="options">Read during this call only; null for the defaults.</param>
    /// <exception cref="ArgumentException"><paramref name="path"/> is null, empty or no path.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range; the exception names it.</exception>
    /// <exception cref="IOException">The file cannot be opened; the message names it.</exception>
    public FileSink(string path, FileSinkOptions? options = null)
        : this(path, options, LineTarget.OpenAppend)
    {
    }

    internal FileSink(string path, FileSinkOptions? options, Func<string, UnixFileMode, LineTarget> open)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        _options = (options ?? new FileSinkOptions()).Validated();
        _path = Path.GetFullPath(path);
        _directory = Path.GetDirectoryName(_path) ?? throw new ArgumentException($"'{path}' is a directory; a log file needs a file name.", nameof(path));
        _pathBytes = Posix.PathBytes(_path);
        _rolled = new RolledFiles(_path);
        _checkInterval = (long)_options.ReopenCheckInterval.TotalMilliseconds;
        _open = open;
        _target = null!;
        Open();
        MayBlock = !_isRegular && !(_identity is { } identity && FileStatus.IsNullDevice(identity));
    }

    /// <summary>False for a regular file; true if the path leads to a pipe, a terminal or another device.</summary>
    public override bool MayBlock { get; }

    private DateOnly Today => DateOnly.FromDateTime(_options.TimeProvider.GetUtcNow().UtcDateTime);

    /// <inheritdoc/>
    /// <exception cref="ObjectDisposedException">The sink is disposed.</exception>
    /// <exception cref="IOException">The disk is full or failed, or the file is gone and cannot be created again; some of the records may be written.</exception>
    public override void Write(ReadOnlySpan<byte> records, int count)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (_isRegular)
        {
            FollowPath();
            if (_options.RollInterval == RollInterval.Day)
                RollByDay();
        }

        if (_isRegular && _options.MaxFileBytes is { } limit)
            WriteWithin(records, limit);
        else
            _target.Write(records);

        if (_options.Sync == FileSync.EachWrite && _isRegular)
            _target.Sync();
    }

    /// <inheritdoc/>
    /// <exception cref="ObjectDisposedException">The sink is disposed.</exception>
    /// <exception cref="IOException">The file could not be synchronised, rolled or reopened since the last flush. No record is lost by the latter two.</exception>
    public override void Flush()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (_options.Sync == FileSync.OnFlush && _isRegular)
            _target.Sync();

        if (_unreported is { } error)
        {
            _unreported = null;
            throw new IOException($"The log file '{_path}' is written further but could not be rolled or reopened: {error.Message}", error);
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (_disposed)
            return;

        _disposed = true;
        _target.Dispose();
    }

    private void Open()
    {
        LineTarget target;
        try
        {
            Directory.CreateDirectory(_directory);
            target = _open(_path, _options.UnixFileMode);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"Cannot open the log file '{_path}': {error.Message}. Name a file that this process may create and append to.", error);
        }

        _target?.Dispose();
        _target = target;
        _identity = target.Status;
        _isRegular = _identity is not { } status || status.IsRegular;
        _checkedAt = Environment.TickCount64;
        if (!_isRegular)
            return;

        var hasContent = Length > 0;
        target.IsTorn = hasContent && EndsTorn();
        _day = hasContent && _options.RollInterval == RollInterval.Day ? DateOnly.FromDateTime(File.GetLastWriteTimeUtc(_path)) : Today;
    }

    private long Length => _target.Status is { } status ? status.Length : 0;

    private void FollowPath()
    {
        var now = Environment.TickCount64;
        if (_options.MaxFileBytes is null && now - _checkedAt < _checkInterval)
            return;

        if (!IsAtPath())
        {
            try
            {
                Open();
            }
            catch (IOException error) when (_target.Status is not { Links: 0 })
            {
                // The file has been moved, not deleted: what goes there is not lost.
                _unreported = error;
            }
        }

        _checkedAt = now;
    }

    private bool IsAtPath() => FileStatus.Of(_pathBytes, _path, out var status) switch
    {
        Lookup.Found => _identity is not { } identity || identity.IsSameFile(status),
        Lookup.Missing => false,
        _ => File.Exists(_path),
    };

    private void RollByDay()
    {
        var today = Today;
        if (today <= _day)
            return;

        if (Length == 0)
            _day = today;
        else
            TryRoll(_day);
    }

    private void WriteWithin(ReadOnlySpan<byte> records, long limit)
    {
        while (!records.IsEmpty)
        {
            var length = Length;
            var room = limit - length - (_target.IsTorn ? 1 : 0);
            var fit = room >= records.Length ? records.Length : room > 0 ? records[..(int)room].LastIndexOf((byte)'\n') + 1 : 0;
            if (fit == 0)
            {
                if (length > 0 && TryRoll(_options.RollInterval == RollInterval.Day ? _day : Today))
                    continue;

                // Either one record is longer than the limit, or the file must take what there is.
                fit = length == 0 ? records.IndexOf((byte)'\n') + 1 : records.Length;
                if (fit == 0)
                    fit = records.Length;
            }

            _target.Write(records[..fit]);
            records = records[fit..];
        }
    }

    // True if the path now leads to a file that nobody has rolled yet.
    private bool TryRoll(DateOnly day)
    {
        if (Environment.TickCount64 < _rollAfter)
            return false;

        try
        {
            using var alone = LockDirectory(out var taken);
            if (taken)
            {
                _rollAfter = Environment.TickCount64 + RollRetryMilliseconds;
                return false;
            }

            if (IsAtPath())
                _rolled.MoveAway(day);
            Open();
            if (_options.RetainedFiles > 0)
                Retain();
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            _unreported = error;
            _rollAfter = Environment.TickCount64 + RollRetryMilliseconds;
            return false;
        }
    }

    private void Retain()
    {
        try
        {
            _rolled.Retain(_options.RetainedFiles);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            _unreported = error;
        }
    }

    // Between the look at the path and the renaming nobody else may rename. The directory is locked and not the log file, because
    // .NET programs that read the file lock that.
    private SafeFileHandle? LockDirectory(out bool taken)
    {
        taken = false;
        if (OperatingSystem.IsWindows())
            return null;

        var directory = Posix.PathBytes(_directory);
        for (var attempt = 0; attempt < LockAttempts; attempt++)
        {
            var handle = Posix.TryLockDirectory(directory, out taken);
            if (!taken)
                return handle;
            Thread.Sleep(1);
        }

        return null;
    }

    // Looks twice: another process may just be in the middle of its write.
    private bool EndsTorn()
    {
        try
        {
            using var file = File.OpenHandle(_path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var before = RandomAccess.GetLength(file);
            if (EndsWithLineFeed(file, before))
                return false;

            Thread.Sleep(1);
            var after = RandomAccess.GetLength(file);
            return after == before && !EndsWithLineFeed(file, after);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false; // A file that may only be written cannot tell.
        }
    }

    private static bool EndsWithLineFeed(SafeFileHandle file, long length)
    {
        Span<byte> last = stackalloc byte[1];
        return length == 0 || RandomAccess.Read(file, last, length - 1) == 0 || last[0] == (byte)'\n';
    }
}
