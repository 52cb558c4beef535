using Bolt.Analyzers.Allocation.Detection;
using Bolt.Analyzers.Allocation.Library;
using Bolt.Analyzers.Allocation.Scope;
using Microsoft.CodeAnalysis;

namespace Bolt.Analyzers.Allocation.Calls;

/// <summary>Checks what code in scope calls: BOLT1701 to BOLT1703.</summary>
internal sealed class CallCheck(AllocationContext context, CallGraph graph)
{
    /// <param name="root">The code in scope that is being walked.</param>
    public Diagnostic? Check(in MemberCall call, SyntaxNode root, CancellationToken cancellationToken)
    {
        var target = CallGraph.Definition(call.Target);
        if (graph.AnswersForItself(target))
            return null;

        if (!graph.IsOfCompilation(target))
        {
            return graph.Library.Of(call, target) switch
            {
                LibraryVerdict.Free or LibraryVerdict.Amortised => null,
                LibraryVerdict.Allocates => Allocating(call, target, LibraryVerdict.Allocates),
                LibraryVerdict.ReturnsNew => Allocating(call, target, LibraryVerdict.ReturnsNew),
                _ => Unknown(call, target, call.IsVirtual ? Reason(target) : "it is of assembly '" + target.ContainingAssembly?.Name + "'", cancellationToken),
            };
        }

        if (call.IsVirtual)
            return Unknown(call, target, Reason(target), cancellationToken);

        // A local function of code in scope is walked with it.
        if (target is { MethodKind: MethodKind.LocalFunction, Locations: [{ } declared, ..] } && declared.SourceTree == root.SyntaxTree && root.Span.Contains(declared.SourceSpan))
            return null;
        if (target.IsExtern)
            return Unknown(call, target, "it has no code here", cancellationToken);
        if (graph.PathFrom(target, cancellationToken) is not { } path)
            return null;

        return Diagnostic.Create(
            AllocationRules.AllocatingMember,
            DiagnosticPlace.Of(call.Place),
            path.Places(),
            AllocationProperties.Of(target),
            MemberName.Of(target),
            path.Describe(),
            "make it [ZeroAlloc], or do not call it here");
    }

    private static Diagnostic Allocating(in MemberCall call, IMethodSymbol target, LibraryVerdict verdict) => Diagnostic.Create(
        AllocationRules.AllocatingLibraryMember,
        DiagnosticPlace.Of(call.Place),
        MemberName.Of(target),
        LibraryMembers.Phrase(call.Target, verdict),
        LibraryCures.For(target, verdict, call.Receiver));

    private static string Reason(IMethodSymbol target) =>
        target.MethodKind == MethodKind.DelegateInvoke ? "it is a delegate"
        : target.ContainingType?.TypeKind == TypeKind.Interface ? "it is a member of an interface"
        : "it can be overridden";

    private Diagnostic? Unknown(in MemberCall call, IMethodSymbol target, string reason, CancellationToken cancellationToken) =>
        RuleSeverity.IsOn(RuleIds.UnknownMember, isEnabledByDefault: false, context.Compilation, call.Place.SyntaxTree, cancellationToken)
            ? Diagnostic.Create(AllocationRules.UnknownMember, DiagnosticPlace.Of(call.Place), AllocationProperties.Of(target), MemberName.Of(target), reason)
            : null;
}
