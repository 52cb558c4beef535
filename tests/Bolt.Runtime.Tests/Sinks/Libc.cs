using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Bolt.Runtime.Tests;

/// <summary>Pipes and pseudo-terminals, as only the C library makes them. Linux.</summary>
internal static unsafe partial class Libc
{
    private const int ReadWrite = 2, NoControllingTerminal = 0x100, NonBlocking = 0x800, CloseOnExec = 0x80000;

    public static (SafeFileHandle Read, SafeFileHandle Write) Pipe(bool nonBlocking)
    {
        var ends = stackalloc int[2];
        if (Pipe2(ends, CloseOnExec | (nonBlocking ? NonBlocking : 0)) != 0)
            throw new IOException("pipe2");
        return (new SafeFileHandle(ends[0], true), new SafeFileHandle(ends[1], true));
    }

    /// <summary>A pseudo-terminal: what a program writes to the slave is read from the master.</summary>
    public static (SafeFileHandle Master, SafeFileHandle Slave) Terminal()
    {
        var master = OpenTerminal(ReadWrite | NoControllingTerminal | CloseOnExec);
        var name = stackalloc byte[128];
        if (master < 0 || GrantTerminal(master) != 0 || UnlockTerminal(master) != 0 || TerminalName(master, name, 128) != 0)
            throw new IOException("posix_openpt");
        var slave = Open(name, ReadWrite | NoControllingTerminal | CloseOnExec, 0);
        if (slave < 0)
            throw new IOException("open");
        return (new SafeFileHandle(master, true), new SafeFileHandle(slave, true));
    }

    /// <summary>Reads once; -1 on an error.</summary>
    public static int Read(SafeFileHandle handle, Span<byte> bytes)
    {
        fixed (byte* p = bytes)
        {
            return (int)ReadNative(handle, p, (nuint)bytes.Length);
        }
    }

    [LibraryImport("libc", EntryPoint = "pipe2")]
    private static partial int Pipe2(int* ends, int flags);

    [LibraryImport("libc", EntryPoint = "posix_openpt")]
    private static partial int OpenTerminal(int flags);

    [LibraryImport("libc", EntryPoint = "grantpt")]
    private static partial int GrantTerminal(int master);

    [LibraryImport("libc", EntryPoint = "unlockpt")]
    private static partial int UnlockTerminal(int master);

    [LibraryImport("libc", EntryPoint = "ptsname_r")]
    private static partial int TerminalName(int master, byte* name, nuint length);

    [LibraryImport("libc", EntryPoint = "open")]
    private static partial int Open(byte* path, int flags, int mode);

    [LibraryImport("libc", EntryPoint = "read")]
    private static partial nint ReadNative(SafeFileHandle handle, byte* bytes, nuint length);

    [LibraryImport("libc", EntryPoint = "mkfifo", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int MakeFifo(string path, int mode);
}
