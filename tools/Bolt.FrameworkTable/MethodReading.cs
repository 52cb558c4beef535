using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using Bolt.Gate.Detection;
using Bolt.Gate.Reading;

namespace Bolt.FrameworkTable;

/// <summary>Reads what the hot code of one method does.</summary>
internal sealed class MethodReading
{
    private static readonly string[] s_comparers = ["System.Collections.Generic.IEqualityComparer`1", "System.Collections.Generic.IComparer`1", "System.Collections.Generic.EqualityComparer`1", "System.Collections.Generic.Comparer`1"];

    // Subclasses are possible and next to never seen; those of the framework are looked at.
    private static readonly string[] s_closedTypes = ["System.Globalization.", "System.IFormatProvider", "System.Text.EncoderFallback", "System.Text.DecoderFallback", "System.Text.EncoderNLS", "System.Text.DecoderNLS", "System.Text.Encoding", "System.Reflection.MemberInfo", "System.Type"];

    private readonly Framework _framework;
    private readonly MethodNode _method;
    private readonly Unit _unit;
    private readonly MethodCode _body;
    private readonly ElidedBox _elided;
    private readonly LazyInitialisation _lazy;
    private readonly MethodFacts _facts = new();
    private readonly HashSet<int> _fresh = [];
    private readonly HashSet<int> _callsAt = [];

    private MethodReading(Framework framework, MethodNode method, MethodCode body)
    {
        _framework = framework;
        _method = method;
        _unit = method.Type.Unit;
        _body = body;
        Cold = ColdCodeOf(framework, method, body);
        _elided = new ElidedBox(_unit.Universe, body, Member);
        _lazy = new LazyInitialisation(body, _unit.Reader);
    }

    public ColdCode Cold { get; }

    public static MethodFacts Read(Framework framework, MethodNode method)
    {
        if (MethodCode.TryRead(method.Type.Unit.Assembly, method.Handle) is not { } body)
            return MethodFacts.None;

        return new MethodReading(framework, method, body).Run();
    }

    /// <summary>Whether a method with a body has no ordinary end.</summary>
    /// <remarks>The JIT puts something else in the place of intrinsics, whose IL may only throw.</remarks>
    public static bool NeverReturns(Framework framework, MethodNode method) =>
        AttributeReader.Find(method.Type.Unit.Reader, method.Type.Unit.Reader.GetMethodDefinition(method.Handle).GetCustomAttributes(), "System.Runtime.CompilerServices.IntrinsicAttribute") is null
        && MethodCode.TryRead(method.Type.Unit.Assembly, method.Handle) is { } body && !ColdCodeOf(framework, method, body).Returns;

    /// <summary>Whether every hot way from the start of a method to its end passes one of the instructions.</summary>
    public static bool AlwaysPasses(Framework framework, MethodNode method, HashSet<int> instructions)
    {
        if (MethodCode.TryRead(method.Type.Unit.Assembly, method.Handle) is not { } body)
            return false;

        var cold = ColdCodeOf(framework, method, body);
        if (!cold.Returns)
            return false;

        var seen = new bool[body.Instructions.Length];
        var stack = new Stack<int>([0]);
        while (stack.Count > 0)
        {
            var index = stack.Pop();
            if (index >= seen.Length || seen[index] || cold.IsCold(index) || instructions.Contains(index))
                continue;

            seen[index] = true;
            var instruction = body.Instructions[index];
            if (instruction.Code == ILOpCode.Ret)
                return false;
            foreach (var target in instruction.Targets ?? [])
                stack.Push(body.IndexAt[target]);
            if (!instruction.EndsFlow)
                stack.Push(index + 1);
        }

        return true;
    }

    private static ColdCode ColdCodeOf(Framework framework, MethodNode method, MethodCode body) => new(
        body,
        call => framework.Find(method.Type.Unit, MemberToken.Of(method.Type.Unit.Reader, call.Operand)) is { NeverReturns: true, IsAbstract: false } called
            && (call.Code == ILOpCode.Call || !called.IsOverridable));

    private MemberToken Member(Instruction instruction) => MemberToken.Of(_unit.Reader, instruction.Operand);

    private TypeRef TypeOf(Instruction instruction) => TypeRefProvider.Of(_unit.Reader, MetadataTokens.EntityHandle(instruction.Operand));

    private MethodFacts Run()
    {
        for (var index = 0; index < _body.Instructions.Length; index++)
        {
            if (Cold.IsCold(index) || IsCached(index))
                continue;

            switch (_body.Instructions[index])
            {
                case { Code: ILOpCode.Box } box:
                    Box(index, TypeOf(box));
                    break;
                case { Code: ILOpCode.Newarr } array:
                    Allocate(index, TypeOf(array).Display + "[]");
                    break;
                case { Code: ILOpCode.Newobj } creation:
                    Creation(index, Member(creation));
                    break;
                case { Code: ILOpCode.Calli }:
                    _facts.Add(Effects.Unknown, "a call through a function pointer");
                    break;
                case { Code: ILOpCode.Call or ILOpCode.Callvirt } call:
                    Call(index, call, Member(call));
                    break;
            }
        }

        for (var index = 0; index < _body.Instructions.Length; index++)
        {
            if (_body.Instructions[index].Code == ILOpCode.Ret && !Cold.IsCold(index))
                Returned(index);
        }

        KeptOnStack();
        return _facts;
    }

    private void Allocate(int index, string what)
    {
        _facts.Add(Effects.Allocates, "allocates " + what);
        _facts.Allocations.Add(index);
        if (_body.Instructions[index].Code != ILOpCode.Box)
            _fresh.Add(index);
    }

    /// <summary>Whether an instruction fills a cache: what is under a test of a field for null and stored there, here or in the method called for it.</summary>
    private bool IsCached(int index)
    {
        if (_lazy.Contains(index))
            return true;

        // The compiler's own caches store what they made at once.
        var next = _body.Next(index);
        if (_body.At(next)?.Code == ILOpCode.Dup)
            next = _body.Next(next);
        if (_body.At(next) is { Code: ILOpCode.Stsfld })
            return true;

        return _body.Instructions[index].Code is ILOpCode.Call or ILOpCode.Callvirt && FillsField(index);
    }

    /// <summary>Whether a call stands under a test of a field for null and stores to that field.</summary>
    private bool FillsField(int index)
    {
        for (var load = Math.Max(0, index - 12); load < index; load++)
        {
            if (_body.Instructions[load] is not { Code: ILOpCode.Ldsfld or ILOpCode.Ldfld } field)
                continue;

            var test = _body.Next(load);
            while (_body.At(test)?.Code is ILOpCode.Dup or ILOpCode.Stloc_0 or ILOpCode.Stloc_1 or ILOpCode.Stloc_2 or ILOpCode.Stloc_3 or ILOpCode.Ldloc_0 or ILOpCode.Ldloc_1 or ILOpCode.Ldloc_2 or ILOpCode.Ldloc_3 or ILOpCode.Volatile)
                test = _body.Next(test);
            if (_body.At(test) is not { Targets: [var target] } branch
                || !(branch.IsBranchIfTrue || branch.IsBranchIfFalse)
                || !_body.IndexAt.TryGetValue(target, out var end))
            {
                continue;
            }

            var isGuarded = branch.IsBranchIfTrue ? index > test && index < end : index >= end && index < end + 8;
            if (isGuarded && _framework.Find(_unit, Member(_body.Instructions[index])) is { } called && Stores(called, Member(field).Name, Member(field).Type.Name, 2))
                return true;
        }

        return false;
    }

    private bool Stores(MethodNode method, string field, string type, int depth)
    {
        if (MethodCode.TryRead(method.Type.Unit.Assembly, method.Handle) is not { } body)
            return false;

        foreach (var instruction in body.Instructions)
        {
            switch (instruction.Code)
            {
                case ILOpCode.Stfld or ILOpCode.Stsfld or ILOpCode.Ldflda or ILOpCode.Ldsflda:
                    var stored = MemberToken.Of(method.Type.Unit.Reader, instruction.Operand);
                    if (stored.Name == field && stored.Type.Name == type)
                        return true;
                    break;
                case ILOpCode.Call or ILOpCode.Callvirt when depth > 0:
                    if (_framework.Find(method.Type.Unit, MemberToken.Of(method.Type.Unit.Reader, instruction.Operand)) is { } called
                        && called != method && called.Type == method.Type && Stores(called, field, type, depth - 1))
                    {
                        return true;
                    }

                    break;
            }
        }

        return false;
    }

    private void Box(int index, TypeRef boxed)
    {
        if (_elided.Is(index, boxed))
            return;
        if (boxed.IsParameter)
            _facts.Add(Effects.Unknown, "boxes a type parameter");
        else
            Allocate(index, "a box of " + boxed.Display);
    }

    private void Creation(int index, MemberToken constructor)
    {
        if (constructor.Type.Shape == TypeShape.Array || !_unit.Universe.IsValueType(constructor.Type))
        {
            if (constructor.Type.ShortName != "<>c")
                Allocate(index, constructor.Type.Display);
            return;
        }

        if (_framework.Find(_unit, constructor) is { } called)
            Add(index, [called], constructor);
        else
            _facts.Add(Effects.Unknown, "calls " + constructor.Type.Name + "..ctor");
    }

    private void Call(int index, Instruction instruction, MemberToken member)
    {
        if (member.Type.Shape == TypeShape.Array)
            return;

        var constraint = _body.At(index - 1) is { Code: ILOpCode.Constrained } prefix ? TypeOf(prefix) : null;
        var called = _framework.Find(_unit, member);
        if (called is null)
        {
            _facts.Add(Effects.Unknown, "calls " + member.Type.Name + "::" + member.Name);
            return;
        }

        if (constraint is not null)
        {
            Constrained(index, constraint, called, member);
            return;
        }

        if (KnownCode.IsFree(called))
            return;

        if (called.Type.Name is "System.Activator" && called.Name == "CreateInstance")
        {
            _facts.Add(Effects.Unknown, "creates an instance");
            return;
        }

        if (called.Type.IsDelegate && called.Name is "Invoke")
            _facts.Add(Effects.Unknown, "calls a delegate");
        else if (instruction.Code == ILOpCode.Callvirt && (called.IsOverridable || called.IsAbstract) && !IsNewReceiver(member))
            Virtual(index, called, member);
        else if (called.IsAbstract)
            _facts.Add(Effects.Unknown, "calls abstract " + called);
        else
            Add(index, [called], member);
    }

    private bool IsNewReceiver(MemberToken member) => _framework.Find(_unit, member.Type) is { IsSealed: true };

    private void Virtual(int index, MethodNode called, MemberToken member)
    {
        if (s_comparers.Contains(called.Type.Name))
        {
            var arguments = ArgumentsOf(member);
            if (arguments == TypeArguments.Other)
                _facts.Add(Effects.Unknown, "compares through " + called.Type.Name);
            else if (arguments == TypeArguments.Parameters)
                _facts.Add(Effects.DependsOnArguments, "compares");
            return;
        }

        if (called.Type.IsVisible && !called.Type.IsClosed && !IsClosed(called.Type))
        {
            _facts.Add(Effects.Unknown, "calls virtual " + called);
            return;
        }

        // Nobody else can derive from the type.
        MethodNode[] targets = [.. called.Implementations()];
        if (targets.Length is 0 or > 40)
            _facts.Add(Effects.Unknown, "calls virtual " + called);
        else
            Add(index, targets, member);
    }

    private static bool IsClosed(TypeNode type)
    {
        foreach (var prefix in s_closedTypes)
        {
            if (prefix.EndsWith('.') ? type.Name.StartsWith(prefix, StringComparison.Ordinal) : type.Name == prefix)
                return true;
        }

        return false;
    }

    private void Constrained(int index, TypeRef receiver, MethodNode called, MemberToken member)
    {
        if (receiver.IsParameter)
        {
            if (called.Name == "ToString" || called.Type.Name is "System.IDisposable" || called.Type.Name.StartsWith("System.Collections.", StringComparison.Ordinal))
                _facts.Add(Effects.Unknown, "calls " + called + " of a type parameter");
            else if (called.Name != "GetType")
                _facts.Add(Effects.DependsOnArguments, "calls " + called + " of a type parameter");
            return;
        }

        if (_framework.Find(_unit, receiver) is not { } type)
        {
            _facts.Add(Effects.Unknown, "calls " + called + " of " + receiver.Name);
            return;
        }

        var targets = new HashSet<MethodNode>();
        foreach (var implementation in type.Implementing(called.Name, called.ParameterCount))
        {
            if (!implementation.IsAbstract)
                targets.Add(implementation);
        }

        if (targets.Count == 0 && !called.IsAbstract)
            targets.Add(called);
        if (targets.Count == 0)
        {
            _facts.Add(Effects.Unknown, "calls " + called + " of " + receiver.Name);
            return;
        }

        if (type.IsValueType && targets.Any(static target => target.Type.Name is "System.Object" or "System.ValueType" or "System.Enum" && target.Name != "GetType"))
        {
            if (type.Base?.Name != "System.Enum" || called.Name != "GetHashCode")
                Allocate(index, "a box of " + type.Name);
            return;
        }

        Add(index, [.. targets], member, receiver);
    }

    private void Add(int index, MethodNode[] targets, MemberToken member, TypeRef? receiver = null)
    {
        _facts.Calls.Add(new CallFact(index, targets, Worst(ArgumentsOf(member), receiver is null ? TypeArguments.Simple : ArgumentsOf(receiver.Arguments))));
        _callsAt.Add(index);
    }

    private TypeArguments ArgumentsOf(MemberToken member) => Worst(ArgumentsOf(member.Type.Arguments), ArgumentsOf(member.TypeArguments));

    private TypeArguments ArgumentsOf(IEnumerable<TypeRef> arguments)
    {
        var all = TypeArguments.Simple;
        foreach (var argument in arguments)
            all = Worst(all, ArgumentsOf(argument));
        return all;
    }

    private static TypeArguments Worst(TypeArguments left, TypeArguments right) => left > right ? left : right;

    /// <summary>Whether comparing and hashing values of a type surely does not allocate.</summary>
    private TypeArguments ArgumentsOf(TypeRef type)
    {
        if (type.IsParameter)
            return TypeArguments.Parameters;
        if (type.Name == "System.String" || type.Shape == TypeShape.Other)
            return TypeArguments.Simple;
        if (!_unit.Universe.IsValueType(type))
            return type.Name is "System.Type" or "System.RuntimeType" ? TypeArguments.Simple : TypeArguments.Other;
        if (_unit.Universe.IsEnum(type))
            return TypeArguments.Simple;

        // A struct of the framework compares itself, or is only a policy with static members.
        return _framework.Find(_unit, type) is { Unit.Name: "System.Private.CoreLib" } ? ArgumentsOf(type.Arguments) : TypeArguments.Other;
    }

    /// <summary>Takes note of what a return hands out: what was made here, or what a call gave.</summary>
    private void Returned(int index)
    {
        Value(index - 1, 0);
        for (var branch = 0; branch < _body.Instructions.Length; branch++)
        {
            if (_body.Instructions[branch] is { Code: ILOpCode.Br or ILOpCode.Br_s, Targets: [var target] } && _body.IndexAt[target] == index)
                Value(branch - 1, 0);
        }
    }

    private void Value(int index, int depth)
    {
        while (index > 0 && _body.Instructions[index].Code is ILOpCode.Castclass or ILOpCode.Nop)
            index--;
        if (index < 0 || depth > 3 || Cold.IsCold(index))
            return;

        if (_fresh.Contains(index))
            _facts.ReturnsNew = true;
        else if (_callsAt.Contains(index))
            _facts.ReturnedCalls.Add(index);
        else if (_body.Instructions[index].Code is (>= ILOpCode.Ldarg_0 and <= ILOpCode.Ldarg_3) or ILOpCode.Ldarg or ILOpCode.Ldarg_s)
            _facts.ReturnsArgument = true;
        else if (LocalLoadedBy(_body.Instructions[index]) is { } local)
        {
            for (var store = 1; store < _body.Instructions.Length; store++)
            {
                if (LocalStoredBy(_body.Instructions[store]) == local)
                    Value(_body.Instructions[store - 1].Code == ILOpCode.Dup ? store - 2 : store - 1, depth + 1);
            }
        }
    }

    /// <summary>A string or an array that is made, filled and returned may never leave the stack: it is duplicated for the filling.</summary>
    private void KeptOnStack()
    {
        var result = _method.Signature.ReturnType;
        if (result.Shape != TypeShape.Array && result.Name is not ("System.String" or "System.Object"))
            return;

        foreach (var index in _callsAt)
        {
            if (IsFilled(index) && _framework.Find(_unit, Member(_body.Instructions[index])) is { Signature.ReturnType: var made } && made.Shape == result.Shape && made.Name == result.Name)
                _facts.ReturnedCalls.Add(index);
        }

        foreach (var index in _fresh)
        {
            if (IsFilled(index) && result.Shape == TypeShape.Array && _body.Instructions[index].Code == ILOpCode.Newarr)
                _facts.ReturnsNew = true;
        }
    }

    private bool IsFilled(int index) =>
        _body.At(index + 1)?.Code == ILOpCode.Dup && _body.At(index + 2)?.Code is ILOpCode.Call or ILOpCode.Callvirt or ILOpCode.Ldflda;

    private static int? LocalLoadedBy(Instruction instruction) => instruction.Code switch
    {
        >= ILOpCode.Ldloc_0 and <= ILOpCode.Ldloc_3 => instruction.Code - ILOpCode.Ldloc_0,
        ILOpCode.Ldloc or ILOpCode.Ldloc_s => instruction.Operand,
        _ => null,
    };

    private static int? LocalStoredBy(Instruction instruction) => instruction.Code switch
    {
        >= ILOpCode.Stloc_0 and <= ILOpCode.Stloc_3 => instruction.Code - ILOpCode.Stloc_0,
        ILOpCode.Stloc or ILOpCode.Stloc_s => instruction.Operand,
        _ => null,
    };
}
