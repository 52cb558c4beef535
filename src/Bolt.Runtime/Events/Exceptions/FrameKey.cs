using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Bolt.Runtime;

/// <summary>Everything that the line of a frame depends on.</summary>
/// <remarks>
/// The line in the source follows from the method and the offset in its IL. The offset in the native code is there for profilers: they may
/// replace the IL of a method while it runs, and one offset may then stand for another line.
/// </remarks>
[ZeroAlloc]
internal readonly struct FrameKey : IEquatable<FrameKey>
{
    private readonly int _ilOffset;
    private readonly int _nativeOffset;
    private readonly bool _endsForeignStack;
    private readonly bool _isLast;

    private FrameKey(MethodBase method, StackFrame frame, bool isLast)
    {
        Method = method;
        _ilOffset = frame.GetILOffset();
        _nativeOffset = frame.GetNativeOffset();
        _endsForeignStack = ExceptionMembers.EndsForeignStack(frame);

        // The last frame is shown though its method be hidden.
        _isLast = isLast;
    }

    internal MethodBase Method { get; }

    /// <summary>Whether code and metadata may go away, and others come to their place.</summary>
    internal bool IsCollectible => Method.IsCollectible;

    /// <summary>Whether the line names no file, whatever symbols there are.</summary>
    internal bool HasNoPlace => _ilOffset == StackFrame.OFFSET_UNKNOWN;

    /// <summary>False where the frame has no method.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "The method is compared and asked whether it is collectible; its metadata are not looked at.")]
    internal static bool TryCreate(StackFrame? frame, bool isLast, out FrameKey key)
    {
        if (frame?.GetMethod() is { } method)
        {
            key = new FrameKey(method, frame, isLast);
            return true;
        }

        key = default;
        return false;
    }

    // By reference: the runtime has one object for a method while anybody, such as a cache of these keys, holds it.
    public bool Equals(FrameKey other) =>
        ReferenceEquals(Method, other.Method)
        && _nativeOffset == other._nativeOffset
        && _ilOffset == other._ilOffset
        && _endsForeignStack == other._endsForeignStack
        && _isLast == other._isLast;

    public override bool Equals([NotNullWhen(true)] object? obj) => obj is FrameKey other && Equals(other);

    public override int GetHashCode()
    {
        uint hash = (uint)RuntimeHelpers.GetHashCode(Method) + ((uint)_nativeOffset * 0x9E37_79B1u);
        return (int)(hash ^ (hash >> 15));
    }
}
