using Microsoft.CodeAnalysis;

namespace Bolt.Analyzers.Allocation.Detection;

/// <summary>
/// A member that a piece of code runs, whether the call is written or implied (an accessor, operator, conversion, constructor,
/// <c>GetEnumerator</c>, <c>Dispose</c>, an interpolated-string handler's <c>AppendFormatted</c>, …).
/// </summary>
internal readonly struct MemberCall(IMethodSymbol target, SyntaxNode place, bool isVirtual, ITypeSymbol? receiver = null)
{
    /// <summary>The method that runs: an accessor, never its property; a reduced extension method in its static form.</summary>
    public IMethodSymbol Target { get; } = target;

    /// <summary>The expression or statement that makes the call.</summary>
    public SyntaxNode Place { get; } = place;

    /// <summary>Whether another member may run in its place: a virtual or interface member called on a type that may have overridden it, or a delegate.</summary>
    public bool IsVirtual { get; } = isVirtual;

    /// <summary>The static type of the receiver; null for static members and constructors.</summary>
    public ITypeSymbol? Receiver { get; } = receiver;
}
