using Microsoft.Extensions.Logging;

namespace Bolt.Benchmarks.CodeSize.Methods;

/// <summary>Two fields, for the first time.</summary>
internal static partial class BoltTwoFirst
{
    [LogEvent(LogLevel.Information, "User {userId} logged in from {ip}")]
    public static partial void UserLoggedIn(ILogger logger, int userId, string ip);
}

/// <summary>Two fields of the types of the first method.</summary>
internal static partial class BoltTwoSame
{
    [LogEvent(LogLevel.Information, "User {userId} logged out from {ip}")]
    public static partial void UserLoggedOut(ILogger logger, int userId, string ip);

    [LogEvent(LogLevel.Information, "User {userId} locked, last seen at {ip}")]
    public static partial void UserLocked(ILogger logger, int userId, string ip);

    [LogEvent(LogLevel.Information, "User {userId} invited somebody at {ip}")]
    public static partial void UserInvited(ILogger logger, int userId, string ip);

    [LogEvent(LogLevel.Information, "User {userId} moved to {ip}")]
    public static partial void UserMoved(ILogger logger, int userId, string ip);

    [LogEvent(LogLevel.Information, "User {userId} renamed from {ip}")]
    public static partial void UserRenamed(ILogger logger, int userId, string ip);
}

/// <summary>Two fields, one of a type that no method before had in its place.</summary>
internal static partial class BoltTwoOther
{
    [LogEvent(LogLevel.Information, "RequestId {requestId} from {ip}")]
    public static partial void WithGuid(ILogger logger, Guid requestId, string ip);

    [LogEvent(LogLevel.Information, "OrderId {orderId} from {ip}")]
    public static partial void WithLong(ILogger logger, long orderId, string ip);

    [LogEvent(LogLevel.Information, "Total {total} from {ip}")]
    public static partial void WithDouble(ILogger logger, double total, string ip);

    [LogEvent(LogLevel.Information, "Took {took} from {ip}")]
    public static partial void WithTimeSpan(ILogger logger, TimeSpan took, string ip);

    [LogEvent(LogLevel.Information, "Express {express} from {ip}")]
    public static partial void WithBool(ILogger logger, bool express, string ip);
}
