using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Bolt.Sinks.Native;

/// <summary>The few calls of the C library that .NET has no equivalent of: write(2) that tells how much it took, O_APPEND, flock, inodes.</summary>
internal static unsafe partial class Posix
{
    public const int NoEntry = 2;
    public const int Interrupted = 4;
    public const int BadDescriptor = 9;
    public const int NotADirectory = 20;
    public const int BrokenPipe = 32;

    private const int WriteOnly = 1;
    private const short PollOut = 4;
    private const int LockExclusive = 2;
    private const int LockNonBlocking = 4;

    // Linux and the BSD family number these differently.
    private static readonly bool s_linux = OperatingSystem.IsLinux() || OperatingSystem.IsAndroid();
    private static readonly bool s_appleArm64 = OperatingSystem.IsMacOS() && RuntimeInformation.ProcessArchitecture == Architecture.Arm64;

    public static int Again { get; } = s_linux ? 11 : 35;

    private static int Append => s_linux ? 0x400 : 0x8;

    private static int Create => s_linux ? 0x40 : 0x200;

    private static int NonBlocking => s_linux ? 0x800 : 0x4;

    private static int CloseOnExec => s_linux ? 0x80000 : OperatingSystem.IsMacOS() ? 0x1000000 : 0x100000;

    /// <summary>Writes once. Returns the number of bytes taken, or -1 and the error.</summary>
    public static int Write(SafeFileHandle descriptor, ReadOnlySpan<byte> bytes, out int error)
    {
        fixed (byte* p = bytes)
        {
            var taken = (int)WriteNative(descriptor, p, (nuint)bytes.Length);
            error = taken < 0 ? Marshal.GetLastPInvokeError() : 0;
            return taken;
        }
    }

    /// <summary>Waits until the descriptor takes bytes again, or has failed, which the next write tells. May return early.</summary>
    public static void WaitWritable(SafeFileHandle descriptor)
    {
        var referenced = false;
        try
        {
            descriptor.DangerousAddRef(ref referenced);
            var poll = new PollDescriptor { Descriptor = (int)descriptor.DangerousGetHandle(), Events = PollOut };
            _ = PollNative(&poll, 1, -1);
        }
        finally
        {
            if (referenced)
                descriptor.DangerousRelease();
        }
    }

    /// <summary>
    /// Opens a file for appending, creating it if needed. Returns null and the error if that fails. A named pipe that nobody reads is an
    /// error and not a wait for a reader.
    /// </summary>
    public static SafeFileHandle? OpenAppend(ReadOnlySpan<byte> path, UnixFileMode mode, out int error) =>
        Open(path, WriteOnly | Append | Create | NonBlocking | CloseOnExec, (int)mode, out error);

    /// <summary>Takes the advisory lock of a directory, which <see cref="SafeHandle.Dispose()"/> gives back. Returns null if it is taken or cannot be locked.</summary>
    public static SafeFileHandle? TryLockDirectory(ReadOnlySpan<byte> path, out bool taken)
    {
        taken = false;
        var handle = Open(path, CloseOnExec, 0, out _);
        if (handle is null)
            return null;
        if (FlockNative(handle, LockExclusive | LockNonBlocking) == 0)
            return handle;

        taken = Marshal.GetLastPInvokeError() == Again;
        handle.Dispose();
        return null;
    }

    public static bool IsTerminal(SafeFileHandle descriptor) => IsTerminalNative(descriptor) == 1;

    /// <summary>The path as the C library takes it: UTF-8, ended by a zero.</summary>
    public static byte[] PathBytes(string path) => [.. System.Text.Encoding.UTF8.GetBytes(path), 0];

    private static SafeFileHandle? Open(ReadOnlySpan<byte> path, int flags, int mode, out int error)
    {
        fixed (byte* p = path)
        {
            while (true)
            {
                // open is variadic, and Apple's ARM64 passes variadic arguments on the stack: after eight for the registers comes the stack.
                var descriptor = s_appleArm64 ? OpenOnStackNative(p, flags, 0, 0, 0, 0, 0, 0, mode) : OpenNative(p, flags, mode);
                error = descriptor < 0 ? Marshal.GetLastPInvokeError() : 0;
                if (descriptor >= 0)
                    return new SafeFileHandle(descriptor, ownsHandle: true);
                if (error != Interrupted)
                    return null;
            }
        }
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct PollDescriptor
    {
        public int Descriptor;
        public short Events;
        public short Returned;
    }

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    private static partial nint WriteNative(SafeFileHandle descriptor, byte* bytes, nuint length);

    [LibraryImport("libc", EntryPoint = "poll", SetLastError = true)]
    private static partial int PollNative(PollDescriptor* descriptors, nuint count, int milliseconds);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true)]
    private static partial int OpenNative(byte* path, int flags, int mode);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true)]
    private static partial int OpenOnStackNative(byte* path, int flags, nint r2, nint r3, nint r4, nint r5, nint r6, nint r7, nint mode);

    [LibraryImport("libc", EntryPoint = "flock", SetLastError = true)]
    private static partial int FlockNative(SafeFileHandle descriptor, int operation);

    [LibraryImport("libc", EntryPoint = "isatty", SetLastError = true)]
    private static partial int IsTerminalNative(SafeFileHandle descriptor);
}
