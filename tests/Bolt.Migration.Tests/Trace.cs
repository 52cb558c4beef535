using System.Diagnostics;

namespace Bolt.Migration.Tests;

/// <summary>An activity of a known trace.</summary>
internal static class Trace
{
    public static Activity Start() => new Activity("Pay").SetParentId(
        ActivityTraceId.CreateFromString("0102030405060708090a0b0c0d0e0f10"),
        ActivitySpanId.CreateFromString("0102030405060708"),
        ActivityTraceFlags.Recorded).Start();
}
