using System.Reflection.Metadata;
using Bolt.Gate.Reading;

namespace Bolt.Gate.Scope;

/// <summary>Leads from the methods that the compiler makes, of lambdas, local functions, iterators and async methods, to the members they were written in.</summary>
/// <remarks>By who refers to them: the names alone do not tell one overload from another.</remarks>
internal sealed class MethodOwners
{
    /// <summary>The name that the compiler gives to the method of a program without one.</summary>
    private const string TopLevelStatements = "<Main>$";

    private static readonly string[] s_stateMachineAttributes =
    [
        "System.Runtime.CompilerServices.AsyncStateMachineAttribute",
        "System.Runtime.CompilerServices.IteratorStateMachineAttribute",
        "System.Runtime.CompilerServices.AsyncIteratorStateMachineAttribute",
    ];

    private readonly MetadataReader _reader;
    private readonly Dictionary<MethodDefinitionHandle, MethodDefinitionHandle> _around = [];
    private readonly Dictionary<MethodDefinitionHandle, MethodDefinitionHandle> _moveNext = [];

    public MethodOwners(LoadedAssembly assembly, IReadOnlyDictionary<MethodDefinitionHandle, MethodCode> bodies)
    {
        _reader = assembly.Reader;
        var referrers = new Dictionary<MethodDefinitionHandle, List<MethodDefinitionHandle>>();
        var generated = new Dictionary<(string, string), MethodDefinitionHandle>();
        foreach (var handle in _reader.MethodDefinitions)
        {
            var method = _reader.GetMethodDefinition(handle);
            if (IsFunction(handle))
                generated[(TypeRefProvider.FullName(_reader, method.GetDeclaringType()), _reader.GetString(method.Name))] = handle;
            foreach (var name in s_stateMachineAttributes)
            {
                if (AttributeReader.Find(_reader, method.GetCustomAttributes(), name) is { } attribute)
                    AddStateMachine(assembly, handle, attribute, referrers);
            }
        }

        if (generated.Count > 0)
        {
            foreach (var body in bodies.Values)
            {
                foreach (var instruction in body.Instructions)
                {
                    if (instruction.Code is ILOpCode.Call or ILOpCode.Ldftn or ILOpCode.Callvirt
                        && MemberToken.Of(_reader, instruction.Operand) is { Name: ['<', ..] } member
                        && generated.TryGetValue((member.Type.Name, member.Name), out var target)
                        && target != body.Method)
                    {
                        Add(referrers, target, body.Method);
                    }
                }
            }
        }

        foreach (var start in referrers.Keys)
        {
            if (FindMember(start, referrers) is { } around)
                _around[start] = around;
        }
    }

    /// <summary>The method that the compiler took this one out of; null for a member.</summary>
    public MethodDefinitionHandle? Around(MethodDefinitionHandle method) => _around.TryGetValue(method, out var around) ? around : null;

    /// <summary>The member that the code of a method was written in.</summary>
    public MethodDefinitionHandle Member(MethodDefinitionHandle method)
    {
        while (_around.TryGetValue(method, out var around))
            method = around;
        return method;
    }

    /// <summary>The method that has the code of an iterator or async method.</summary>
    public MethodDefinitionHandle? MoveNext(MethodDefinitionHandle method) => _moveNext.TryGetValue(method, out var moveNext) ? moveNext : null;

    /// <summary>Whether somebody wrote the code of this method: not the members of records, iterators and closures.</summary>
    public bool IsWritten(MethodDefinitionHandle handle)
    {
        if (_around.ContainsKey(handle))
            return true;

        var method = _reader.GetMethodDefinition(handle);
        var name = _reader.GetString(method.Name);
        if (name == TopLevelStatements)
            return true;

        var type = _reader.GetTypeDefinition(method.GetDeclaringType());
        return !name.StartsWith("<", StringComparison.Ordinal)
            && !_reader.GetString(type.Name).StartsWith("<", StringComparison.Ordinal)
            && AttributeReader.Find(_reader, method.GetCustomAttributes(), "System.Runtime.CompilerServices.CompilerGeneratedAttribute") is null;
    }

    private static void Add(Dictionary<MethodDefinitionHandle, List<MethodDefinitionHandle>> referrers, MethodDefinitionHandle target, MethodDefinitionHandle source)
    {
        if (!referrers.TryGetValue(target, out var list))
            referrers[target] = list = [];
        list.Add(source);
    }

    private bool IsFunction(MethodDefinitionHandle handle)
    {
        var name = _reader.GetString(_reader.GetMethodDefinition(handle).Name);
        return name.StartsWith("<", StringComparison.Ordinal) && (name.Contains(">b__") || name.Contains(">g__"));
    }

    private void AddStateMachine(
        LoadedAssembly assembly,
        MethodDefinitionHandle start,
        CustomAttribute attribute,
        Dictionary<MethodDefinitionHandle, List<MethodDefinitionHandle>> referrers)
    {
        var value = _reader.GetBlobReader(attribute.Value);
        if (value.Length < 3 || value.ReadUInt16() != 1 || value.ReadSerializedString() is not { } name)
            return;

        var machine = assembly.Find(name.Split(',')[0]);
        if (machine.IsNil)
            return;

        foreach (var handle in _reader.GetTypeDefinition(machine).GetMethods())
        {
            var method = _reader.GetString(_reader.GetMethodDefinition(handle).Name);
            if (method == "MoveNext")
                _moveNext[start] = handle;
            if (method == "MoveNext" || method.StartsWith("<>m__Finally", StringComparison.Ordinal))
                Add(referrers, handle, start);
        }
    }

    /// <summary>The nearest referrer that leads to a member; local functions that only call one another lead nowhere.</summary>
    private MethodDefinitionHandle? FindMember(MethodDefinitionHandle start, Dictionary<MethodDefinitionHandle, List<MethodDefinitionHandle>> referrers)
    {
        var seen = new HashSet<MethodDefinitionHandle> { start };
        var first = new Queue<(MethodDefinitionHandle Method, MethodDefinitionHandle Via)>();
        foreach (var referrer in referrers[start])
            first.Enqueue((referrer, referrer));

        while (first.Count > 0)
        {
            var (method, via) = first.Dequeue();
            if (!seen.Add(method))
                continue;
            if (!referrers.TryGetValue(method, out var next))
                return via;
            foreach (var referrer in next)
                first.Enqueue((referrer, via));
        }

        return null;
    }
}
