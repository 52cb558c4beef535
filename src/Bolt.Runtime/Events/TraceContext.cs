using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Bolt.Runtime;

/// <summary>The parts <c>trace_id</c> and <c>span_id</c>, from the current activity.</summary>
[ZeroAlloc]
internal static class TraceContext
{
    /// <summary>Bytes of both at their widest.</summary>
    internal const int Width = 76;

    /// <summary>Writes both, or nothing where there is no activity with valid W3C ids.</summary>
    internal static ref byte Write(ref byte p)
    {
        Activity? activity = Activity.Current;
        if (activity is null || activity.IdFormat != ActivityIdFormat.W3C)
            return ref p;

        ActivityTraceId trace = activity.TraceId;
        ActivitySpanId span = activity.SpanId;
        if (trace == default || span == default)
            return ref p;

        p = ref Utf8Json.Literal(ref p, ",\"trace_id\":\""u8);
        p = ref Ascii(ref p, trace.ToHexString());
        p = ref Utf8Json.Literal(ref p, "\",\"span_id\":\""u8);
        p = ref Ascii(ref p, span.ToHexString());
        p = (byte)'"';
        return ref Unsafe.Add(ref p, 1);
    }

    private static ref byte Ascii(ref byte p, string hex)
    {
        int length = hex.Length;
        System.Text.Ascii.FromUtf16(hex, MemoryMarshal.CreateSpan(ref p, length), out _);
        return ref Unsafe.Add(ref p, length);
    }
}
