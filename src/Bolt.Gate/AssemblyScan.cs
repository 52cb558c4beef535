using System.Reflection.Metadata;
using Bolt.Gate.Detection;
using Bolt.Gate.Reading;
using Bolt.Gate.Scope;

namespace Bolt.Gate;

/// <summary>Reads the instructions of a compiled assembly and finds its heap allocations.</summary>
public sealed class AssemblyScan
{
    private const string DoesNotReturn = "System.Diagnostics.CodeAnalysis.DoesNotReturnAttribute";

    private readonly TypeUniverse _universe;
    private readonly MetadataReader? _symbols;
    private readonly GateScope _scope;
    private readonly Dictionary<MethodDefinitionHandle, MethodCode> _bodies = [];
    private readonly Dictionary<MethodDefinitionHandle, ColdCode?> _cold = [];

    private AssemblyScan(TypeUniverse universe, MetadataReader? symbols, GateScope scope)
    {
        _universe = universe;
        _symbols = symbols;
        _scope = scope;
    }

    private MetadataReader Reader => _universe.Own.Reader;

    /// <summary>Reads an assembly.</summary>
    /// <param name="assembly">The file.</param>
    /// <param name="symbols">The file with its debug information; not needed if that is embedded.</param>
    /// <param name="references">The files that it was compiled with.</param>
    /// <param name="scope">Which members to read.</param>
    /// <exception cref="BadImageFormatException">The file is no assembly.</exception>
    public static GateReport Run(string assembly, string symbols, IEnumerable<string> references, GateScope scope = GateScope.Attributed)
    {
        using var own = LoadedAssembly.TryOpen(assembly) ?? throw new BadImageFormatException("'" + assembly + "' is not an assembly.");
        using var universe = new TypeUniverse(own, references);
        using var debug = SymbolFile.TryOpen(own, symbols, out var problem);
        return new AssemblyScan(universe, debug?.Reader, scope).Read(problem.Length > 0 ? problem : null);
    }

    private GateReport Read(string? problem)
    {
        foreach (var handle in Reader.MethodDefinitions)
        {
            if (MethodCode.TryRead(_universe.Own, handle) is { } body)
                _bodies[handle] = body;
        }

        var owners = new MethodOwners(_universe.Own, _bodies);
        var contracts = new MemberContracts(_universe, owners);
        var members = new HashSet<MethodDefinitionHandle>();
        var findings = new List<GateFinding>();
        foreach (var body in _bodies.Values)
        {
            if (!owners.IsWritten(body.Method))
                continue;

            var contract = contracts.Of(body.Method);
            var isRead = _scope == GateScope.All || contract.Promise == Promise.ZeroAlloc;
            if (isRead)
                members.Add(owners.Member(body.Method));
            if (isRead || contract.Promise == Promise.Allowed)
                Detect(body, owners, contract, findings);
        }

        findings.Sort(static (left, right) => Compare(left, right));
        return new GateReport(members.Count, findings, members.Count > 0 ? problem : null);
    }

    private static int Compare(GateFinding left, GateFinding right)
    {
        var order = string.CompareOrdinal(left.Place?.File, right.Place?.File);
        if (order == 0)
            order = (left.Place?.Line ?? 0).CompareTo(right.Place?.Line ?? 0);
        if (order == 0)
            order = (left.Place?.Column ?? 0).CompareTo(right.Place?.Column ?? 0);
        return order != 0 ? order : left.Kind.CompareTo(right.Kind);
    }

    private void Detect(MethodCode body, MethodOwners owners, MemberContract contract, List<GateFinding> findings)
    {
        var method = Reader.GetMethodDefinition(body.Method);
        if (Reader.StringComparer.Equals(method.Name, ".cctor") || Cold(body.Method) is not { } cold)
            return;

        var member = owners.Member(body.Method);
        var id = DocumentationId.Of(Reader, member);
        var name = Name(member);
        var map = _symbols is null ? null : new SourceMap(_symbols, body.Method);

        // What starts an iterator or async method has no place of its own.
        var start = _symbols is not null && owners.MoveNext(body.Method) is { } moveNext ? new SourceMap(_symbols, moveNext).First : null;
        var all = new MethodDetector(_universe, body, cold).Run();
        var parts = new HashSet<(SourcePlace?, AllocationKind)>();
        foreach (var found in all)
            parts.Add((start ?? map?.At(found.Offset), found.Kind));
        var kinds = new HashSet<(SourcePlace?, AllocationKind)>(parts);

        foreach (var found in all)
        {
            var place = start ?? map?.At(found.Offset);
            if (place is null || (!IsPartOfAnother(place, found.Kind) && kinds.Remove((place, found.Kind))))
                findings.Add(new GateFinding(id, name, found.Kind, found.Text, place, contract.Promise == Promise.Allowed ? contract.Reason : null));
        }

        // One cause, one error: what a closure or an expression tree is made of is not said again.
        bool IsPartOfAnother(SourcePlace at, AllocationKind kind) =>
            (kind != AllocationKind.ExpressionTree && parts.Contains((at, AllocationKind.ExpressionTree)))
            || (kind == AllocationKind.Delegate && parts.Contains((at, AllocationKind.Closure)));
    }

    private string Name(MethodDefinitionHandle handle)
    {
        var method = Reader.GetMethodDefinition(handle);
        var name = Reader.GetString(method.Name);
        var type = TypeRefProvider.Of(Reader, method.GetDeclaringType()).Display;
        return name == ".ctor" ? type : type + "." + (name.StartsWith("get_", StringComparison.Ordinal) || name.StartsWith("set_", StringComparison.Ordinal) ? name.Substring(4) : name);
    }

    private ColdCode? Cold(MethodDefinitionHandle method)
    {
        if (!_cold.TryGetValue(method, out var cold))
        {
            // While it is computed, a recursive call counts as one that returns.
            _cold[method] = null;
            _cold[method] = cold = _bodies.TryGetValue(method, out var body) ? new ColdCode(body, NeverReturns) : null;
        }

        return cold;
    }

    /// <summary>Whether a call only throws: it says so, or it is to a method here whose code shows it.</summary>
    private bool NeverReturns(Instruction call)
    {
        var member = MemberToken.Of(Reader, call.Operand);
        if (!member.Definition.IsNil)
        {
            var method = Reader.GetMethodDefinition(member.Definition);
            return AttributeReader.Find(Reader, method.GetCustomAttributes(), DoesNotReturn) is not null
                || ((method.Attributes & System.Reflection.MethodAttributes.Virtual) == 0 && Cold(member.Definition) is { Returns: false });
        }

        if (_universe.Find(member.Type) is not { } type)
            return false;

        foreach (var handle in type.Definition.GetMethods())
        {
            var method = type.Reader.GetMethodDefinition(handle);
            if (type.Reader.StringComparer.Equals(method.Name, member.Name)
                && method.GetCustomAttributes() is { Count: > 0 } attributes
                && AttributeReader.Find(type.Reader, attributes, DoesNotReturn) is not null)
            {
                return true;
            }
        }

        return false;
    }
}
