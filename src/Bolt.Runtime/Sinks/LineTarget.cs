using System.Runtime.InteropServices;
using Bolt.Sinks.Native;
using Microsoft.Win32.SafeHandles;

namespace Bolt.Sinks;

/// <summary>
/// An open file, pipe or terminal that takes whole lines. What a write left unfinished is continued as long as its length is known;
/// after a failure in the middle of a line the next write begins with a line feed.
/// </summary>
internal abstract class LineTarget(string name) : IDisposable
{
    private byte[]? _repair;

    /// <summary>Whether the last byte written, by us or by whoever wrote before, is not a line feed.</summary>
    public bool IsTorn { get; set; }

    /// <summary>What the system tells about the target; null if it does not.</summary>
    public abstract FileStatus? Status { get; }

    public abstract bool IsTerminal { get; }

    /// <summary>Standard output or standard error. Disposing leaves it open.</summary>
    public static LineTarget Standard(bool error)
    {
        var name = error ? "standard error" : "standard output";
        return OperatingSystem.IsWindows()
            ? new StreamTarget(name, error ? Console.OpenStandardError() : Console.OpenStandardOutput(), null, error ? !Console.IsErrorRedirected : !Console.IsOutputRedirected)
            : new DescriptorTarget(name, new SafeFileHandle(error ? 2 : 1, ownsHandle: false));
    }

    /// <summary>Opens a file for appending, creating it if needed.</summary>
    /// <exception cref="IOException">It cannot be opened.</exception>
    public static LineTarget OpenAppend(string path, UnixFileMode mode)
    {
        var name = $"'{path}'";
        if (OperatingSystem.IsWindows())
        {
            var handle = Win32.OpenAppend(path);
            return new StreamTarget(name, new FileStream(handle, FileAccess.Write, bufferSize: 0), handle, isTerminal: false);
        }

        var descriptor = Posix.OpenAppend(Posix.PathBytes(path), mode, out var error);
        return descriptor is not null ? new DescriptorTarget(name, descriptor) : throw new IOException(Marshal.GetPInvokeErrorMessage(error), error);
    }

    /// <summary>Writes whole lines, in one write unless the system takes only a part.</summary>
    /// <exception cref="IOException">The target failed; some of the lines may be written.</exception>
    public void Write(ReadOnlySpan<byte> lines)
    {
        if (IsTorn)
            lines = AfterLineFeed(lines);

        var written = 0;
        while (written < lines.Length)
        {
            var taken = WriteSome(lines[written..], out var error);
            if (taken > 0)
            {
                written += taken;
                IsTorn = lines[written - 1] != (byte)'\n';
            }
            else if (taken < 0 && error == Posix.Again)
            {
                WaitWritable();
            }
            else if (taken == 0 || error != Posix.Interrupted)
            {
                var reason = taken == 0 ? "it takes no bytes" : Marshal.GetPInvokeErrorMessage(error);
                throw new IOException($"Cannot write to {name}: {reason}; {written} of {lines.Length} bytes are written.", error);
            }
        }
    }

    /// <summary>Has the system write what it holds of the target to the medium.</summary>
    public abstract void Sync();

    public abstract void Dispose();

    /// <summary>Writes once and returns the number of bytes taken, or -1 and the system's error.</summary>
    protected abstract int WriteSome(ReadOnlySpan<byte> bytes, out int error);

    /// <summary>Waits until the target may take bytes again.</summary>
    protected abstract void WaitWritable();

    // One write, not two: between two, another writer of the same file could come.
    private ReadOnlySpan<byte> AfterLineFeed(ReadOnlySpan<byte> lines)
    {
        var length = lines.Length + 1;
        if (_repair is null || _repair.Length < length)
            _repair = new byte[Math.Max(length, 4096)];
        _repair[0] = (byte)'\n';
        lines.CopyTo(_repair.AsSpan(1));
        return _repair.AsSpan(0, length);
    }
}

/// <summary>A descriptor of a Unix system.</summary>
internal sealed class DescriptorTarget(string name, SafeFileHandle descriptor) : LineTarget(name)
{
    public override FileStatus? Status => FileStatus.Of(descriptor, out var status) == Lookup.Found ? status : null;

    public override bool IsTerminal => Posix.IsTerminal(descriptor);

    public override void Sync() => RandomAccess.FlushToDisk(descriptor);

    public override void Dispose() => descriptor.Dispose();

    protected override int WriteSome(ReadOnlySpan<byte> bytes, out int error) => Posix.Write(descriptor, bytes, out error);

    protected override void WaitWritable() => Posix.WaitWritable(descriptor);
}

/// <summary>A stream, where the system has no descriptors. It does not tell how much of a failed write it took.</summary>
internal sealed class StreamTarget(string name, Stream stream, SafeFileHandle? handle, bool isTerminal) : LineTarget(name)
{
    public override FileStatus? Status => handle is not null && FileStatus.Of(handle, out var status) == Lookup.Found ? status : null;

    public override bool IsTerminal => isTerminal;

    public override void Sync()
    {
        if (handle is not null)
            RandomAccess.FlushToDisk(handle);
    }

    public override void Dispose() => stream.Dispose();

    protected override int WriteSome(ReadOnlySpan<byte> bytes, out int error)
    {
        error = 0;
        try
        {
            stream.Write(bytes);
            stream.Flush();
            return bytes.Length;
        }
        catch
        {
            IsTorn = true;
            throw;
        }
    }

    protected override void WaitWritable()
    {
    }
}
