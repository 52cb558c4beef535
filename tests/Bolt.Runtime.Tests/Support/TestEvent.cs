using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;

namespace Bolt.Runtime.Tests;

/// <summary>What the generator would emit for an event with two integer fields, so that these tests stand on the runtime alone.</summary>
internal static class TestEvent
{
    private static readonly LogEventInfo s_info = new(LogLevel.None, null, "Step", "step {thread}/{n}", ["thread", "n"]);

    internal static void Write(ILogger logger, int thread, int n, LogLevel level = LogLevel.Information)
    {
        if (!EventWriter.IsEnabled(logger, level))
            return;

        var e = new EventWriter(logger, s_info, level);
        ref byte p = ref e.Begin(128);
        if (Unsafe.IsNullRef(ref p))
            return;

        p = ref Utf8Json.Literal(ref p, ",\"thread\":"u8);
        p = ref Utf8Json.Value(ref p, thread);
        p = ref Utf8Json.Literal(ref p, ",\"n\":"u8);
        p = ref Utf8Json.Value(ref p, n);
        p = ref e.Tail(ref p);
        p = ref Utf8Json.Literal(ref p, "step"u8);
        if (e.IsForwarded)
        {
            e.Forward("thread", thread);
            e.Forward("n", n);
        }

        e.Commit(ref p);
    }
}
