using Bolt;
using Microsoft.Extensions.Logging;

namespace QuickStart;

/// <summary>What this program logs. Bolt writes the bodies at compile time.</summary>
internal static partial class Log
{
    [LogEvent(LogLevel.Information, "Walking {root}")]
    public static partial void WalkStarted(ILogger logger, string root);

    [LogEvent(LogLevel.Information, "{path}: {kind}, {size:N0} bytes")]
    public static partial void FileFound(ILogger logger, string path, FileKind kind, long size, DateTime modified);

    [LogEvent(LogLevel.Information, "{path} links to {target}: not followed")]
    public static partial void LinkFound(ILogger logger, string path, string? target);

    [LogEvent(LogLevel.Warning, "{path} cannot be read")]
    public static partial void Unreadable(ILogger logger, string path, Exception error);

    [LogEvent(LogLevel.Information, "{files:N0} files with {bytes:N0} bytes in {directories:N0} directories; {unreadable:N0} entries could not be read")]
    public static partial void WalkFinished(ILogger logger, int directories, int files, int links, int unreadable, long bytes);
}
