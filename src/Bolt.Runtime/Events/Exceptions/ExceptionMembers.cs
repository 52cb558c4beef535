using System.Diagnostics;
using System.Reflection.Metadata;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace Bolt.Runtime;

/// <summary>What <see cref="Exception.ToString"/> and <see cref="StackTrace.ToString"/> say that no public member tells without making the whole text.</summary>
/// <remarks>
/// Members are found by name and type; the runtime refuses the access where one is missing, so another version of it can make this slow but
/// not unsafe. The words around an inner exception are taken from a text of the runtime's own, never spelt here.
/// </remarks>
internal static class ExceptionMembers
{
    /// <summary>What stands before the text of an inner exception.</summary>
    internal static string? BeforeInner { get; private set; }

    /// <summary>What stands behind the text of an inner exception.</summary>
    internal static string? AfterInner { get; private set; }

    // Native code has frames without methods, and under edit and continue the same place in a method may become another line.
    private static readonly bool s_areAsExpected = RuntimeFeature.IsDynamicCodeSupported && !MetadataUpdater.IsSupported && AreAsExpected();

    /// <summary>Whether the members below may be used.</summary>
    internal static bool AreKnown => RuntimeFeature.IsDynamicCodeSupported && s_areAsExpected;

    /// <summary>The part of <see cref="Exception.StackTrace"/> that stands before the exception's own frames, or null.</summary>
    internal static string? RemoteStack(Exception exception) => RemoteStackTraceString(exception);

    /// <summary>Whether <see cref="Exception.StackTrace"/> is a text that was given to the exception, as by deserialisation, not its frames.</summary>
    internal static bool HasGivenStack(Exception exception) => StackTraceString(exception) is not null;

    /// <summary>Whether the line of a frame is followed by the one that says that the exception was thrown on from another place.</summary>
    internal static bool EndsForeignStack(StackFrame frame) => IsLastFrameFromForeignStack(frame);

    private static bool AreAsExpected()
    {
        try
        {
            var told = new Exception();
            ExceptionDispatchInfo.SetRemoteStackTrace(told, "told");
            if (RemoteStack(told) is not { } remote || remote != told.StackTrace || HasGivenStack(told) || EndsForeignStack(new StackFrame()))
                return false;

            string name = typeof(Exception).ToString();
            string text = new Exception("", new Exception("")).ToString();
            int inner = text.LastIndexOf(name, StringComparison.Ordinal);
            if (inner <= name.Length || !text.StartsWith(name, StringComparison.Ordinal))
                return false;

            BeforeInner = text[name.Length..inner];
            AfterInner = text[(inner + name.Length)..];
            return true;
        }
        catch (MissingMemberException)
        {
            return false;
        }
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_remoteStackTraceString")]
    private static extern ref string? RemoteStackTraceString(Exception exception);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_stackTraceString")]
    private static extern ref string? StackTraceString(Exception exception);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_IsLastFrameFromForeignExceptionStackTrace")]
    private static extern bool IsLastFrameFromForeignStack(StackFrame frame);
}
