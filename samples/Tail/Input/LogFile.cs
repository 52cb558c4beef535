using Bolt.Sinks.Native;

namespace Tail.Input;

/// <summary>An open file that others may append to, cut, rename and delete meanwhile.</summary>
internal sealed class LogFile : IDisposable
{
    private readonly FileStream _stream;

    private LogFile(FileStream stream, string path)
    {
        _stream = stream;
        Path = path;
    }

    /// <summary>Where it was when it was opened.</summary>
    public string Path { get; }

    /// <summary>False for a pipe.</summary>
    public bool CanSeek => _stream.CanSeek;

    public Stream Stream => _stream;

    public long Length => _stream.Length;

    public long Position
    {
        get => _stream.Position;
        set => _stream.Position = value;
    }

    /// <summary>Opens a file; null if there is none.</summary>
    /// <exception cref="IOException">It cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static LogFile? Open(string path)
    {
        try
        {
            // The lines are cut out of one buffer; another below it would only copy.
            return new LogFile(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0), path);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Reads; 0 at the end.</summary>
    /// <exception cref="IOException">Reading failed; the message names the file.</exception>
    public int Read(Span<byte> room)
    {
        try
        {
            return _stream.Read(room);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"'{Path}' cannot be read: {error.Message}", error);
        }
    }

    /// <summary>Goes back to the beginning if the file is now shorter than what has been read of it.</summary>
    public bool RewindIfCut()
    {
        if (Length >= Position)
            return false;
        Position = 0;
        return true;
    }

    /// <summary>Whether a path leads to this file; null if there is no file.</summary>
    public bool? IsAt(string path)
    {
        Lookup lookup = FileStatus.Of(Posix.PathBytes(path), path, out FileStatus there);
        if (lookup == Lookup.Missing)
            return null;
        return lookup == Lookup.Unknown || FileStatus.Of(_stream.SafeFileHandle, out FileStatus here) != Lookup.Found || here.IsSameFile(there);
    }

    public void Dispose() => _stream.Dispose();
}
