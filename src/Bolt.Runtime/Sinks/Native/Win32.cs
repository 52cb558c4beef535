using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace Bolt.Sinks.Native;

/// <summary>The few calls of Windows that .NET has no equivalent of: appending that holds across processes, file identity, colours.</summary>
[SupportedOSPlatform("windows")]
internal static unsafe partial class Win32
{
    private const uint AppendData = 0x4, ReadAttributes = 0x80, Synchronize = 0x100000;
    private const uint ShareAll = 0x1 | 0x2 | 0x4;
    private const uint OpenExisting = 3, OpenAlways = 4;
    private const uint BackupSemantics = 0x02000000;
    private const uint DirectoryOrDevice = 0x10 | 0x40;
    private const uint VirtualTerminalProcessing = 0x4;

    /// <summary>Opens a file so that every write goes to its end, whoever else writes to it; creates it if needed.</summary>
    public static SafeFileHandle OpenAppend(string path)
    {
        var handle = CreateFile(path, AppendData | ReadAttributes | Synchronize, ShareAll, 0, OpenAlways, 0, 0);
        return !handle.IsInvalid ? handle : throw new IOException(Marshal.GetLastPInvokeErrorMessage(), Marshal.GetHRForLastWin32Error());
    }

    public static Lookup Status(string path, out FileStatus status)
    {
        using var handle = CreateFile(path, ReadAttributes, ShareAll, 0, OpenExisting, BackupSemantics, 0);
        if (!handle.IsInvalid)
            return Status(handle, out status);

        status = default;
        const int fileNotFound = 2, pathNotFound = 3;
        return Marshal.GetLastPInvokeError() is fileNotFound or pathNotFound ? Lookup.Missing : Lookup.Unknown;
    }

    public static Lookup Status(SafeFileHandle handle, out FileStatus status)
    {
        status = default;
        HandleInformation raw;
        if (GetFileInformationByHandle(handle, &raw) == 0)
            return Lookup.Unknown;

        status = new FileStatus(
            (raw.Attributes & DirectoryOrDevice) == 0, raw.Volume, ((ulong)raw.IndexHigh << 32) | raw.IndexLow,
            (long)(((ulong)raw.SizeHigh << 32) | raw.SizeLow), raw.Links, Device: 0);
        return Lookup.Found;
    }

    /// <summary>Makes the console understand colours. Returns false if it cannot.</summary>
    public static bool EnableColors(bool standardError)
    {
        var handle = GetStdHandle(standardError ? -12 : -11);
        uint mode;
        return GetConsoleMode(handle, &mode) != 0
            && ((mode & VirtualTerminalProcessing) != 0 || SetConsoleMode(handle, mode | VirtualTerminalProcessing) != 0);
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct HandleInformation
    {
        public uint Attributes, CreatedLow, CreatedHigh, AccessedLow, AccessedHigh, WrittenLow, WrittenHigh;
        public uint Volume, SizeHigh, SizeLow, Links, IndexHigh, IndexLow;
    }

    [LibraryImport("kernel32", EntryPoint = "CreateFileW", SetLastError = true, StringMarshalling = StringMarshalling.Utf16)]
    private static partial SafeFileHandle CreateFile(string path, uint access, uint share, nint security, uint disposition, uint flags, nint template);

    [LibraryImport("kernel32", SetLastError = true)]
    private static partial int GetFileInformationByHandle(SafeFileHandle handle, HandleInformation* information);

    [LibraryImport("kernel32", SetLastError = true)]
    private static partial nint GetStdHandle(int which);

    [LibraryImport("kernel32", SetLastError = true)]
    private static partial int GetConsoleMode(nint handle, uint* mode);

    [LibraryImport("kernel32", SetLastError = true)]
    private static partial int SetConsoleMode(nint handle, uint mode);
}
