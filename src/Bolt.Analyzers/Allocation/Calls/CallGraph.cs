using System.Collections.Concurrent;
using System.Collections.Immutable;
using Bolt.Analyzers.Allocation.Detection;
using Bolt.Analyzers.Allocation.Library;
using Bolt.Analyzers.Allocation.Scope;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bolt.Analyzers.Allocation.Calls;

/// <summary>
/// Says whether calls to methods of the compilation lead to an allocation. A method is looked into when a call from code in scope
/// first reaches it, and never again.
/// </summary>
/// <remarks>
/// A method allocates if some chain of calls leads from it to one that itself does; recursion needs no more than not going the same way
/// twice. One instance serves a compilation; safe for use by several threads, which at worst find the same thing twice.
/// </remarks>
internal sealed class CallGraph(AllocationContext context, OptionsByTree options)
{
    private static readonly AllocationPath s_none = new("", Location.None, null, null);

    private readonly MemberCodes _codes = new(context.Compilation);
    private readonly ConcurrentDictionary<IMethodSymbol, MethodFacts> _facts = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IMethodSymbol, AllocationPath> _paths = new(SymbolEqualityComparer.Default);

    public MemberCodes Codes => _codes;

    public LibraryMembers Library { get; } = new();

    /// <summary>The method whose code runs: the definition, and of a partial method the part with the body.</summary>
    public static IMethodSymbol Definition(IMethodSymbol method)
    {
        var definition = (method.ReducedFrom ?? method).OriginalDefinition;
        return definition.PartialImplementationPart ?? definition;
    }

    /// <summary>Whether a method has code in this compilation. An editor shows a referenced project by its source, which is no less of another assembly.</summary>
    public bool IsOfCompilation(IMethodSymbol method) =>
        SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, context.Compilation.Assembly)
        && (!method.DeclaringSyntaxReferences.IsEmpty || method.Locations is [{ IsInSource: true }, ..]);

    /// <summary>Whether a method's allocations are reported, or excused, in its own code, so that a call says nothing.</summary>
    public bool AnswersForItself(IMethodSymbol method)
    {
        if (context.Contracts.Of(method) != Contract.None)
            return true;
        if (!IsOfCompilation(method) || method.Locations is not [{ SourceTree: { } tree }, ..])
            return false;

        var inTree = options.Of(tree);
        return (inTree.Scope == AllocationScope.All || (inTree.Scope == AllocationScope.Hot && HotMembers.Contain(method, inTree)))
            && !context.IsGenerated(tree, CancellationToken.None);
    }

    /// <summary>The shortest way from a method of the compilation to an allocation; null if there is none.</summary>
    public AllocationPath? PathFrom(IMethodSymbol method, CancellationToken cancellationToken)
    {
        if (_paths.TryGetValue(method, out var known))
            return known == s_none ? null : known;

        var cameFrom = new Dictionary<IMethodSymbol, (IMethodSymbol? Caller, Location? Site)>(SymbolEqualityComparer.Default) { [method] = default };
        var queue = new Queue<IMethodSymbol>();
        queue.Enqueue(method);
        while (queue.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var current = queue.Dequeue();
            var path = _paths.TryGetValue(current, out var found) ? found : Own(current, cancellationToken);
            if (path == s_none)
                continue;
            if (path is not null)
                return Remember(current, path, cameFrom);

            foreach (var call in FactsOf(current, cancellationToken).Calls)
            {
                if (cameFrom.ContainsKey(call.Target))
                    continue;

                cameFrom.Add(call.Target, (current, call.Location));
                queue.Enqueue(call.Target);
            }
        }

        // Nothing that can be reached from here allocates, and so nothing that was passed on the way does.
        foreach (var visited in cameFrom.Keys)
            _paths.TryAdd(visited, s_none);

        return null;
    }

    /// <summary>Whether a method surely does not allocate, by itself or by what it calls.</summary>
    public bool IsClean(IMethodSymbol method, CancellationToken cancellationToken)
    {
        if (PathFrom(method, cancellationToken) is not null)
            return false;

        var seen = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default) { method };
        var stack = new Stack<IMethodSymbol>();
        stack.Push(method);
        while (stack.Count > 0)
        {
            var facts = FactsOf(stack.Pop(), cancellationToken);
            if (facts.HasUnknown)
                return false;

            foreach (var call in facts.Calls)
            {
                if (seen.Add(call.Target))
                    stack.Push(call.Target);
            }
        }

        return true;
    }

    private AllocationPath? Own(IMethodSymbol method, CancellationToken cancellationToken)
    {
        var facts = FactsOf(method, cancellationToken);
        return facts.Allocation is null ? null : new AllocationPath(facts.Allocation, facts.AllocationLocation!, null, null);
    }

    private AllocationPath Remember(
        IMethodSymbol last,
        AllocationPath path,
        Dictionary<IMethodSymbol, (IMethodSymbol? Caller, Location? Site)> cameFrom)
    {
        _paths.TryAdd(last, path);
        while (cameFrom[last] is { Caller: { } caller, Site: { } site })
        {
            path = new AllocationPath("", site, last, path);
            _paths.TryAdd(caller, path);
            last = caller;
        }

        return path;
    }

    private MethodFacts FactsOf(IMethodSymbol method, CancellationToken cancellationToken) =>
        _facts.TryGetValue(method, out var facts) ? facts : _facts.GetOrAdd(method, Collect(method, cancellationToken));

    private MethodFacts Collect(IMethodSymbol method, CancellationToken cancellationToken)
    {
        if (ImplicitRecordMember(method) is { } synthesized)
            return synthesized;

        var codes = _codes.Of(method, cancellationToken);
        var collector = new Collector(this, method);
        foreach (var code in codes)
        {
            // An initialiser may be under a contract that its constructor is not under.
            if (!SymbolEqualityComparer.Default.Equals(code.Owner, method) && context.Contracts.Of(code.Owner) != Contract.None)
                continue;

            collector.Root = code.Operation.Syntax;
            new AllocationWalker(context, code.Owner, options.Of(code.Operation.Syntax.SyntaxTree), collector, cancellationToken).Walk(code.Operation);
        }

        if (method is { MethodKind: MethodKind.Constructor, IsImplicitlyDeclared: true, ContainingType: { TypeKind: TypeKind.Class, BaseType: { } @base } })
        {
            foreach (var constructor in @base.InstanceConstructors)
            {
                if (constructor.Parameters.IsEmpty)
                    collector.Add(constructor, method.Locations.IsEmpty ? Location.None : method.Locations[0]);
            }
        }

        return collector.ToFacts(codes.Count == 0 && !method.IsImplicitlyDeclared && method is { MethodKind: not (MethodKind.PropertyGet or MethodKind.PropertySet or MethodKind.EventAdd or MethodKind.EventRemove or MethodKind.Constructor) });
    }

    /// <summary>A record's own <c>ToString</c> and copy constructor have no code to walk.</summary>
    private static MethodFacts? ImplicitRecordMember(IMethodSymbol method) =>
        method is { IsImplicitlyDeclared: true, Name: "ToString", Parameters.IsEmpty: true, ContainingType.IsRecord: true }
            ? new MethodFacts { Allocation = "builds a string", AllocationLocation = method.ContainingType.Locations.IsEmpty ? Location.None : method.ContainingType.Locations[0] }
            : null;

    private sealed class Collector(CallGraph graph, IMethodSymbol method) : IAllocationSink
    {
        private readonly ImmutableArray<CallSite>.Builder _calls = ImmutableArray.CreateBuilder<CallSite>();
        private string? _allocation;
        private Location? _location;
        private bool _hasUnknown;

        /// <summary>The code that is being walked.</summary>
        public SyntaxNode Root { get; set; } = null!;

        public void Add(in Detection.Allocation allocation)
        {
            if (IsInLambda(allocation.Place))
            {
                _hasUnknown = true;
                return;
            }

            if (allocation.Rule.Id == RuleIds.LinqThatMayAllocate)
                _hasUnknown = true;
            else if (_allocation is null)
                (_allocation, _location) = (AllocationPhrase.Of(allocation), allocation.Location);
        }

        public void Add(in MemberCall call)
        {
            var target = Definition(call.Target);
            if (IsInLambda(call.Place))
            {
                _hasUnknown = true;
                return;
            }

            if (!graph.IsOfCompilation(target) && !graph.AnswersForItself(target))
            {
                AddLibrary(call, target);
                return;
            }

            if (call.IsVirtual && graph.ContractOf(target) == Contract.None)
            {
                _hasUnknown = true;
                return;
            }

            // A local function of the method has been walked with it.
            if (target.MethodKind == MethodKind.LocalFunction && Root.Span.Contains(target.Locations[0].SourceSpan) && Root.SyntaxTree == target.Locations[0].SourceTree)
                return;

            Add(target, DiagnosticPlace.Of(call.Place));
        }

        public void Add(IMethodSymbol target, Location site)
        {
            target = Definition(target);
            if (SymbolEqualityComparer.Default.Equals(target, method) || graph.AnswersForItself(target))
                return;

            if (graph.IsOfCompilation(target))
                _calls.Add(new CallSite(target, site));
            else if (!LibraryMembers.HasNoCode(target))
                _hasUnknown = true;
        }

        private void AddLibrary(in MemberCall call, IMethodSymbol target)
        {
            var verdict = graph.Library.Of(call, target);
            if (verdict is LibraryVerdict.Allocates or LibraryVerdict.ReturnsNew)
            {
                if (_allocation is null)
                    (_allocation, _location) = ("calls '" + MemberName.Of(target) + "', which " + LibraryMembers.Phrase(call.Target, verdict), DiagnosticPlace.Of(call.Place));
            }
            else if (verdict != LibraryVerdict.Free)
            {
                _hasUnknown = true;
            }
        }

        public MethodFacts ToFacts(bool hasNoCode) => new()
        {
            Allocation = _allocation,
            AllocationLocation = _location,
            Calls = _calls.ToImmutable(),
            HasUnknown = _hasUnknown || hasNoCode,
        };

        /// <summary>Whether the place is in a lambda's body: making the lambda is what the method does, running it is not.</summary>
        private bool IsInLambda(SyntaxNode place)
        {
            for (var node = place.Parent; node is not null && node != Root.Parent; node = node.Parent)
            {
                if (node is AnonymousFunctionExpressionSyntax)
                    return true;
            }

            return false;
        }
    }

    private Contract ContractOf(IMethodSymbol method) => context.Contracts.Of(method);
}
