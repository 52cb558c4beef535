using Microsoft.Extensions.Logging;

namespace Bolt.Benchmarks.Limit;

/// <summary>A disabled call at its limit: the arguments of a log method, its logger among them, and nothing done with them.</summary>
internal static class LimitEvents
{
    // No attribute: whether it is inlined is the compiler's choice, as with every other log method.
    public static void Disabled(ILogger logger, int userId, string ip)
    {
    }
}
