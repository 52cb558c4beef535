using System.Reflection;
using System.Reflection.Metadata;
using Bolt.Gate.Reading;

namespace Bolt.FrameworkTable;

/// <summary>A type of the framework.</summary>
internal sealed class TypeNode
{
    private readonly List<TypeNode> _derived = [];

    public TypeNode(Unit unit, TypeDefinitionHandle handle)
    {
        Unit = unit;
        Handle = handle;
        Definition = unit.Reader.GetTypeDefinition(handle);
        Name = TypeRefProvider.FullName(unit.Reader, handle);
        IsVisible = IsVisibleOutside(unit.Reader, handle);
        foreach (var each in Definition.GetMethods())
        {
            var method = new MethodNode(this, each);
            Methods.TryAdd(method.Key, method);
        }
    }

    public Unit Unit { get; }

    public TypeDefinitionHandle Handle { get; }

    public TypeDefinition Definition { get; }

    /// <summary>The full name, nested types after a plus sign.</summary>
    public string Name { get; }

    /// <summary>Whether other assemblies' code can name the type.</summary>
    public bool IsVisible { get; }

    public bool IsSealed => (Definition.Attributes & TypeAttributes.Sealed) != 0;

    public bool IsInterface => (Definition.Attributes & TypeAttributes.Interface) != 0;

    public bool IsValueType { get; private set; }

    /// <summary>Whether only the framework can derive from it: it has no constructor that others could call.</summary>
    public bool IsClosed => !IsInterface && Methods.Values.All(static method => method.Name != ".ctor" || !method.IsVisible);

    public bool IsDelegate => Base?.Name == "System.MulticastDelegate";

    public TypeNode? Base { get; private set; }

    public Dictionary<string, MethodNode> Methods { get; } = new(StringComparer.Ordinal);

    /// <summary>The types of the framework that derive from it or implement it, each level.</summary>
    public IEnumerable<TypeNode> Descendants()
    {
        var seen = new HashSet<TypeNode>();
        var stack = new Stack<TypeNode>(_derived);
        while (stack.Count > 0)
        {
            var type = stack.Pop();
            if (!seen.Add(type))
                continue;
            yield return type;
            foreach (var each in type._derived)
                stack.Push(each);
        }
    }

    public void Link(Framework framework)
    {
        if (Definition.BaseType is { IsNil: false } @base)
            Base = framework.Find(Unit, TypeRefProvider.Of(Unit.Reader, @base));
        Base?._derived.Add(this);
        IsValueType = Base?.Name is "System.ValueType" or "System.Enum" && Name != "System.Enum";
        foreach (var handle in Definition.GetInterfaceImplementations())
        {
            var type = TypeRefProvider.Of(Unit.Reader, Unit.Reader.GetInterfaceImplementation(handle).Interface);
            framework.Find(Unit, type)?._derived.Add(this);
        }
    }

    /// <summary>The methods that answer to a name and a number of parameters here, or else in the nearest base.</summary>
    public IEnumerable<MethodNode> Implementing(string name, int parameters)
    {
        var suffix = "." + name;
        for (var declaring = this; declaring is not null; declaring = declaring.Base)
        {
            var found = false;
            foreach (var method in declaring.Methods.Values)
            {
                if (method.ParameterCount == parameters && (method.Name == name || method.Name.EndsWith(suffix, StringComparison.Ordinal)))
                {
                    found = true;
                    yield return method;
                }
            }

            if (found)
                yield break;
        }
    }

    private static bool IsVisibleOutside(MetadataReader reader, TypeDefinitionHandle handle)
    {
        for (var each = handle; !each.IsNil;)
        {
            var type = reader.GetTypeDefinition(each);
            if ((type.Attributes & TypeAttributes.VisibilityMask) is not (TypeAttributes.Public or TypeAttributes.NestedPublic or TypeAttributes.NestedFamily or TypeAttributes.NestedFamORAssem))
                return false;
            each = type.GetDeclaringType();
        }

        return true;
    }
}
