using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using Bolt.Gate.Reading;
using Bolt.Gate.Scope;

namespace Bolt.Gate.Detection;

/// <summary>Finds the instructions of one method that allocate on its ordinary path.</summary>
internal sealed class MethodDetector
{
    private readonly TypeUniverse _universe;
    private readonly MethodCode _body;
    private readonly ColdCode _cold;
    private readonly LazyInitialisation _lazy;
    private readonly ElidedBox _elided;
    private readonly bool _isAccessorOfEvent;
    private readonly List<DetectedAllocation> _found = [];

    public MethodDetector(TypeUniverse universe, MethodCode body, ColdCode cold)
    {
        _universe = universe;
        _body = body;
        _cold = cold;
        _lazy = new LazyInitialisation(body, Reader);
        _elided = new ElidedBox(universe, body, Member);
        var name = Reader.GetString(Reader.GetMethodDefinition(body.Method).Name);
        _isAccessorOfEvent = name.StartsWith("add_", StringComparison.Ordinal) || name.StartsWith("remove_", StringComparison.Ordinal);
    }

    private MetadataReader Reader => _universe.Own.Reader;

    public IReadOnlyList<DetectedAllocation> Run()
    {
        for (var index = 0; index < _body.Instructions.Length; index++)
        {
            if (_cold.IsCold(index) || _lazy.Contains(index))
                continue;

            switch (_body.Instructions[index])
            {
                case { Code: ILOpCode.Box } box:
                    Box(index, TypeRefProvider.Of(Reader, MetadataTokens.EntityHandle(box.Operand)));
                    break;
                case { Code: ILOpCode.Newarr } array:
                    var element = TypeRefProvider.Of(Reader, MetadataTokens.EntityHandle(array.Operand));
                    Add(index, AllocationKind.Array, ArrayText(element.Display + "[]"));
                    break;
                case { Code: ILOpCode.Newobj } creation:
                    Creation(index, Member(creation));
                    break;
                case { Code: ILOpCode.Call or ILOpCode.Callvirt } call:
                    Call(index, Member(call));
                    break;
            }
        }

        return _found;
    }

    private MemberToken Member(Instruction instruction) => MemberToken.Of(Reader, instruction.Operand);

    private void Add(int index, AllocationKind kind, string text) => _found.Add(new DetectedAllocation(_body.Instructions[index].Offset, kind, text));

    /// <summary>
    /// One cause, one finding: the array of a long concatenation or of a FormattableString is part of that. It is the latest of its type
    /// that no other call has taken, since the values in it are made after it and before the call.
    /// </summary>
    private void TakeArray(TypeRef array)
    {
        var text = ArrayText(array.Display);
        var latest = _found.FindLastIndex(found => found.Kind == AllocationKind.Array && found.Text == text);
        if (latest >= 0)
            _found.RemoveAt(latest);
    }

    private static string ArrayText(string type) => $"allocates '{type}'; use a span, or an array that is kept";

    private void Box(int index, TypeRef boxed)
    {
        if (!_elided.Is(index, boxed))
            Add(index, AllocationKind.Box, $"boxes '{boxed.Display}'; use a generic overload or a typed parameter");
    }

    private void Creation(int index, MemberToken constructor)
    {
        var type = constructor.Type;
        if (type.Shape == TypeShape.Array)
        {
            Add(index, AllocationKind.Array, ArrayText(type.Display));
            return;
        }

        if (_universe.IsValueType(type) || type.ShortName is "<>c")
            return;

        if (type.ShortName.StartsWith("<>c__DisplayClass", StringComparison.Ordinal))
            Add(index, AllocationKind.Closure, "allocates a closure for captured variables; pass them as arguments or state");
        else if (type.ShortName.StartsWith("<>f__AnonymousType", StringComparison.Ordinal))
            Add(index, AllocationKind.Anonymous, "allocates an anonymous object; use a value tuple");
        else if (type.ShortName.StartsWith("<", StringComparison.Ordinal) && type.ShortName.Contains(">d__"))
            StateMachine(index, type);
        else if (type.Name is "System.Action" || type.ShortName.StartsWith("Func`", StringComparison.Ordinal) || _universe.Derives(type, "System.MulticastDelegate"))
            Add(index, AllocationKind.Delegate, $"creates a '{type.Display}'; use a static lambda, or a delegate that is kept");
        else if (type.Name == "System.String")
            Add(index, AllocationKind.StringCopy, "creates a string; use a span of characters");
        else
            Add(index, AllocationKind.Object, $"creates '{type.Display}'; use a struct, or an object that is kept");
    }

    /// <summary>The object of an iterator; unoptimised, also that of an async method, which optimised code does without.</summary>
    private void StateMachine(int index, TypeRef type)
    {
        var isAsync = false;
        foreach (var implemented in _universe.Find(type)?.Interfaces() ?? [])
        {
            if (implemented.Name is "System.Collections.IEnumerator" or "System.Collections.Generic.IAsyncEnumerator`1")
            {
                Add(index, AllocationKind.Iterator, "is an iterator, whose state each call allocates; return a struct that enumerates");
                return;
            }

            isAsync |= implemented.Name == "System.Runtime.CompilerServices.IAsyncStateMachine";
        }

        if (!isAsync)
            Add(index, AllocationKind.Object, $"creates '{type.Display}'; use a struct, or an object that is kept");
    }

    private void Call(int index, MemberToken called)
    {
        var (type, name) = (called.Type.Name, called.Name);
        if (Constraint(index) is { } constraint)
        {
            ConstrainedCall(index, constraint, called);
            return;
        }

        switch (type)
        {
            case "System.String":
                if (name == "Concat" && called.Signature?.ParameterTypes is [{ Shape: TypeShape.Array } parts])
                    TakeArray(parts);
                if (name == "Concat")
                    Add(index, AllocationKind.Concat, "concatenates strings; write the pieces to a span or a handler");
                else if (name is "Format" or "Join")
                    Add(index, AllocationKind.Format, $"'string.{name}' creates a string; write to a span or a handler");
                else if (name == "Create" && TakesHandler(called))
                    Add(index, AllocationKind.Interpolation, "interpolates to a string; write to a span or a handler");
                else if (LibraryCalls.CopiesString(name))
                    Add(index, AllocationKind.StringCopy, $"'string.{name}' creates a string; use a span of characters");
                return;
            case "System.Runtime.CompilerServices.DefaultInterpolatedStringHandler":
                if (name is "ToStringAndClear" or "ToString")
                    Add(index, AllocationKind.Interpolation, "interpolates to a string; write to a span or a handler");
                return;
            case "System.Runtime.CompilerServices.FormattableStringFactory":
                if (called.Signature?.ParameterTypes is [_, { Shape: TypeShape.Array } values])
                    TakeArray(values);
                Add(index, AllocationKind.Interpolation, "creates a 'FormattableString'; write to a span or a handler");
                return;
            case "System.Runtime.CompilerServices.RuntimeHelpers":
                if (name == "GetSubArray")
                    Add(index, AllocationKind.Array, "copies a range to a new array; use 'AsSpan'");
                return;
            case "System.Delegate":
                if (name is "Combine" or "Remove" && !_isAccessorOfEvent)
                    Add(index, AllocationKind.Delegate, "combines delegates into a new one; subscribe once, outside the hot path");
                return;
            case "System.Linq.Enumerable" or "System.Linq.Queryable":
                if (LibraryCalls.IsLinq(name))
                    Add(index, AllocationKind.Linq, $"'Enumerable.{name}' allocates; use a loop");
                return;
            case "System.Linq.Expressions.Expression":
                Add(index, AllocationKind.ExpressionTree, "builds an expression tree; keep it in a static field");
                return;
            case "System.Threading.Tasks.Task" when name == "FromResult":
            case "System.Tuple" when name == "Create":
                Add(index, AllocationKind.Library, $"'{called.Type.Display}.{name}' allocates; use a value type");
                return;
            case "System.Activator" when name == "CreateInstance":
                if (called.TypeArguments is not [{ IsParameter: true } argument] || _elided.IsReference(argument))
                    Add(index, AllocationKind.Object, "creates an object; use a struct, or an object that is kept");
                return;
        }

        if (name == "<Clone>$")
            Add(index, AllocationKind.With, $"copies the record '{called.Type.Display}'; use a record struct");
        else if (name is "GetEnumerator" or "GetAsyncEnumerator" && called.ParameterCount <= 1 && IsReferenceEnumerator(called.Returns))
            Add(index, AllocationKind.Enumerator, $"allocates the enumerator of '{called.Type.Display}'; loop over the concrete type or a span");
        else if (name == "Start" && IsAllocatingBuilder(called.Type))
            Add(index, AllocationKind.Async, $"is async, and '{called.Type.Display}' allocates when it does not complete at once; return a ValueTask with the pooling builder");
        else if (name == "ToString" && called.Returns.Name == "System.String" && IsOfFramework(called.Type))
            Add(index, AllocationKind.ToString, $"'{called.Type.Display}.ToString' creates a string; write the value to a span or a handler");
        else if (LibraryCalls.Copies(name) && IsOfFramework(called.Type))
            Add(index, AllocationKind.Library, $"'{called.Type.Display}.{name}' copies to a new collection; use a span");
    }

    /// <summary>What a call through a constraint costs: a struct that does not have the member itself is boxed for the inherited one.</summary>
    private void ConstrainedCall(int index, TypeRef receiver, MemberToken called)
    {
        if (called.Type.Name is not ("System.Object" or "System.ValueType" or "System.Enum") || receiver.IsParameter || !_universe.IsValueType(receiver))
            return;

        if (receiver.Name != "System.Nullable`1" && called.Name is "ToString" or "Equals" or "GetHashCode")
        {
            var isEnum = _universe.IsEnum(receiver);
            if (isEnum ? called.Name != "GetHashCode" : _universe.Find(receiver) is { } type && !type.Declares(called.Name))
            {
                Add(index, AllocationKind.BoxedReceiver, $"'{receiver.Display}.{called.Name}' boxes '{receiver.Display}'; {(isEnum ? "compare or convert the value itself" : "override it")}");
                return;
            }
        }

        if (called.Name == "ToString" && IsOfFramework(receiver) && receiver.Name is not ("System.Boolean" or "System.Nullable`1"))
            Add(index, AllocationKind.ToString, $"'{receiver.Display}.ToString' creates a string; write the value to a span or a handler");
    }

    private TypeRef? Constraint(int index) =>
        _body.At(index - 1) is { Code: ILOpCode.Constrained } prefix ? TypeRefProvider.Of(Reader, MetadataTokens.EntityHandle(prefix.Operand)) : null;

    private bool IsReferenceEnumerator(TypeRef type) =>
        !type.IsParameter && type.Shape is TypeShape.Reference or TypeShape.Unknown && !_universe.IsValueType(type);

    private bool IsOfFramework(TypeRef type) =>
        type.Assembly is not null && type.Name.StartsWith("System.", StringComparison.Ordinal) && type.Name is not ("System.Object" or "System.String" or "System.ValueType" or "System.Boolean");

    private static bool IsAllocatingBuilder(TypeRef type) =>
        type.Name.StartsWith("System.Runtime.CompilerServices.Async", StringComparison.Ordinal)
        && type.Name.Contains("MethodBuilder")
        && !type.Name.Contains("Iterator");

    private static bool TakesHandler(MemberToken called)
    {
        foreach (var parameter in called.Signature?.ParameterTypes ?? [])
        {
            if (parameter.Name.StartsWith("System.Runtime.CompilerServices.DefaultInterpolatedStringHandler", StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
