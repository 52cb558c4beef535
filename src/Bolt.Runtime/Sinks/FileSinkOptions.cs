namespace Bolt.Sinks;

/// <summary>How a <see cref="FileSink"/> writes. Read once, when the sink is created.</summary>
public sealed class FileSinkOptions
{
    private const UnixFileMode Permissions = (UnixFileMode)0x1FF;

    /// <summary>
    /// The length in bytes that a file does not exceed, unless a single record does: from 1, or null for no limit. Default: null.
    /// A batch that would exceed it is split between records; the full file is renamed. Several processes that write one file may each
    /// exceed it by a batch.
    /// </summary>
    public long? MaxFileBytes { get; set; }

    /// <summary>When a file is renamed whatever its length. Default: <see cref="RollInterval.None"/>.</summary>
    public RollInterval RollInterval { get; set; } = RollInterval.None;

    /// <summary>The number of renamed files that are kept, the newest: from 0, where 0 keeps all. Default: 31.</summary>
    public int RetainedFiles { get; set; } = 31;

    /// <summary>When the medium must have the records. Default: <see cref="FileSync.Never"/>: when the operating system decides.</summary>
    public FileSync Sync { get; set; } = FileSync.Never;

    /// <summary>
    /// How long records may still go to a file that has been moved or deleted by others (logrotate): zero, which looks before every
    /// batch, to 1 hour. Default: 10 milliseconds. A look costs about a microsecond. With <see cref="MaxFileBytes"/> every batch looks.
    /// </summary>
    public TimeSpan ReopenCheckInterval { get; set; } = TimeSpan.FromMilliseconds(10);

    /// <summary>The permissions of a file that the sink creates, less the process's umask; must include <see cref="UnixFileMode.UserWrite"/>. Default: rw-r--r--. Without effect on Windows.</summary>
    public UnixFileMode UnixFileMode { get; set; } = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    /// <summary>What tells the day. Default: <see cref="TimeProvider.System"/>.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    internal FileSinkOptions Validated()
    {
        Check(MaxFileBytes is not <= 0, nameof(MaxFileBytes), MaxFileBytes, "must be from 1 to 9,223,372,036,854,775,807 bytes, or null for no limit");
        Check(Enum.IsDefined(RollInterval), nameof(RollInterval), RollInterval, "must be None or Day");
        Check(RetainedFiles >= 0, nameof(RetainedFiles), RetainedFiles, "must be from 0 (keep all) to 2,147,483,647 files");
        Check(Enum.IsDefined(Sync), nameof(Sync), Sync, "must be Never, OnFlush or EachWrite");
        Check(ReopenCheckInterval >= TimeSpan.Zero && ReopenCheckInterval <= TimeSpan.FromHours(1), nameof(ReopenCheckInterval), ReopenCheckInterval, "must be from 00:00:00 (every batch) to 01:00:00");
        Check((UnixFileMode & ~Permissions) == 0 && UnixFileMode.HasFlag(UnixFileMode.UserWrite), nameof(UnixFileMode), UnixFileMode, "must be permissions that include UserWrite");
        if (TimeProvider is null)
            throw new ArgumentNullException(nameof(TimeProvider), "FileSinkOptions.TimeProvider must not be null; the default is TimeProvider.System.");
        return (FileSinkOptions)MemberwiseClone();
    }

    private static void Check(bool valid, string name, object? value, string rule)
    {
        if (!valid)
            throw new ArgumentOutOfRangeException(name, value, $"FileSinkOptions.{name} {rule}.");
    }
}

/// <summary>When a <see cref="FileSink"/> renames its file whatever its length.</summary>
public enum RollInterval
{
    /// <summary>Never.</summary>
    None,

    /// <summary>Before the first record of a new day (UTC).</summary>
    Day,
}

/// <summary>When a <see cref="FileSink"/> has the operating system write its file to the medium.</summary>
public enum FileSync
{
    /// <summary>When the operating system decides. Records survive the end of the process, not of the machine.</summary>
    Never,

    /// <summary>At the end of every drain: <see cref="BoltLoggerFactory.Flush"/>, disposal, exit, Critical.</summary>
    OnFlush,

    /// <summary>After every batch. Costs what the medium takes, milliseconds on many.</summary>
    EachWrite,
}
