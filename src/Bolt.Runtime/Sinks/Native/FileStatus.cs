using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Bolt.Sinks.Native;

/// <summary>What a look-up of a file found.</summary>
internal enum Lookup
{
    Found,
    Missing,

    /// <summary>The system does not tell, or not to us.</summary>
    Unknown,
}

/// <summary>What a file is, which file it is, and how long.</summary>
/// <param name="IsRegular">A regular file, not a device, pipe, socket or directory.</param>
/// <param name="Volume">The device that holds the file; with <paramref name="Number"/> it tells a file from every other.</param>
/// <param name="Number">The inode.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Links">Names; 0 once the file is deleted.</param>
/// <param name="Device">Of a device file: which device.</param>
internal readonly unsafe partial record struct FileStatus(bool IsRegular, ulong Volume, ulong Number, long Length, uint Links, ulong Device)
{
    private static readonly bool s_linux = OperatingSystem.IsLinux() || OperatingSystem.IsAndroid();

    public static Lookup Of(SafeFileHandle handle, out FileStatus status)
    {
        if (OperatingSystem.IsWindows())
            return Win32.Status(handle, out status);

        var referenced = false;
        try
        {
            handle.DangerousAddRef(ref referenced);
            return Unix((int)handle.DangerousGetHandle(), default, out status);
        }
        finally
        {
            if (referenced)
                handle.DangerousRelease();
        }
    }

    /// <param name="path">As <see cref="Posix.PathBytes"/> gives it; links are followed.</param>
    /// <param name="text">The same path, for Windows.</param>
    /// <param name="status">The status if found.</param>
    public static Lookup Of(ReadOnlySpan<byte> path, string text, out FileStatus status) =>
        OperatingSystem.IsWindows() ? Win32.Status(text, out status) : Unix(-1, path, out status);

    public bool IsSameFile(in FileStatus other) => Volume == other.Volume && Number == other.Number;

    public static bool IsNullDevice(in FileStatus status) =>
        !OperatingSystem.IsWindows()
        && status is { IsRegular: false, Device: not 0 }
        && Unix(-1, "/dev/null\0"u8, out var device) == Lookup.Found
        && device.Device == status.Device;

    private static Lookup Unix(int descriptor, ReadOnlySpan<byte> path, out FileStatus status)
    {
        status = default;
        try
        {
            int result;
            if (s_linux)
            {
                const int currentDirectory = -100, emptyPath = 0x1000, typeModeLinksInodeSize = 0x1 | 0x2 | 0x4 | 0x100 | 0x200;
                var number = StatxNumber();
                if (number < 0)
                    return Lookup.Unknown;

                // The numbered call and not the C library's function: musl has none.
                LinuxStatus raw;
                fixed (byte* p = path.IsEmpty ? "\0"u8 : path)
                {
                    result = (int)SystemCall(number, path.IsEmpty ? descriptor : currentDirectory, p, path.IsEmpty ? emptyPath : 0, typeModeLinksInodeSize, &raw);
                }

                if (result == 0)
                    status = new FileStatus(IsRegularMode(raw.Mode), ((ulong)raw.DeviceMajor << 32) | raw.DeviceMinor, raw.Inode, (long)raw.Size, raw.Links, ((ulong)raw.SpecialMajor << 32) | raw.SpecialMinor);
            }
            else if (OperatingSystem.IsMacOS())
            {
                AppleStatus raw;
                var arm = RuntimeInformation.ProcessArchitecture == Architecture.Arm64;
                fixed (byte* p = path)
                {
                    result = (arm, path.IsEmpty) switch
                    {
                        (true, true) => AppleFStat(descriptor, &raw),
                        (true, false) => AppleStat(p, &raw),
                        (false, true) => AppleFStat64(descriptor, &raw),
                        (false, false) => AppleStat64(p, &raw),
                    };
                }

                if (result == 0)
                    status = new FileStatus(IsRegularMode(raw.Mode), (uint)raw.Volume, raw.Inode, raw.Size, raw.Links, (uint)raw.Device);
            }
            else
            {
                return Lookup.Unknown;
            }

            if (result == 0)
                return Lookup.Found;
            return Marshal.GetLastPInvokeError() is Posix.NoEntry or Posix.NotADirectory ? Lookup.Missing : Lookup.Unknown;
        }
        catch (EntryPointNotFoundException)
        {
            return Lookup.Unknown;
        }
    }

    private static bool IsRegularMode(ushort mode) => (mode & 0xF000) == 0x8000;

    private static int StatxNumber() => RuntimeInformation.ProcessArchitecture switch
    {
        Architecture.X64 => 332,
        Architecture.Arm64 or Architecture.RiscV64 or Architecture.LoongArch64 => 291,
        Architecture.Arm => 397,
        Architecture.X86 or Architecture.Ppc64le => 383,
        Architecture.S390x => 379,
        _ => -1,
    };

    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct LinuxStatus
    {
        [FieldOffset(16)]
        public uint Links;
        [FieldOffset(28)]
        public ushort Mode;
        [FieldOffset(32)]
        public ulong Inode;
        [FieldOffset(40)]
        public ulong Size;
        [FieldOffset(128)]
        public uint SpecialMajor;
        [FieldOffset(132)]
        public uint SpecialMinor;
        [FieldOffset(136)]
        public uint DeviceMajor;
        [FieldOffset(140)]
        public uint DeviceMinor;
    }

    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct AppleStatus
    {
        [FieldOffset(0)]
        public int Volume;
        [FieldOffset(4)]
        public ushort Mode;
        [FieldOffset(6)]
        public ushort Links;
        [FieldOffset(8)]
        public ulong Inode;
        [FieldOffset(24)]
        public int Device;
        [FieldOffset(96)]
        public long Size;
    }

    [LibraryImport("libc", EntryPoint = "syscall", SetLastError = true)]
    private static partial nint SystemCall(nint number, nint descriptor, byte* path, nint flags, nint mask, LinuxStatus* status);

    [LibraryImport("libc", EntryPoint = "fstat", SetLastError = true)]
    private static partial int AppleFStat(int descriptor, AppleStatus* status);

    [LibraryImport("libc", EntryPoint = "stat", SetLastError = true)]
    private static partial int AppleStat(byte* path, AppleStatus* status);

    [LibraryImport("libc", EntryPoint = "fstat$INODE64", SetLastError = true)]
    private static partial int AppleFStat64(int descriptor, AppleStatus* status);

    [LibraryImport("libc", EntryPoint = "stat$INODE64", SetLastError = true)]
    private static partial int AppleStat64(byte* path, AppleStatus* status);
}
