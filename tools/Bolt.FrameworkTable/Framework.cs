using System.Reflection.Metadata;
using Bolt.Gate.Reading;

namespace Bolt.FrameworkTable;

/// <summary>An assembly of the framework, with the assemblies that its references lead to.</summary>
internal sealed record Unit(string Name, LoadedAssembly Assembly, TypeUniverse Universe)
{
    public MetadataReader Reader => Assembly.Reader;
}

/// <summary>All types and methods of a shared framework.</summary>
internal sealed class Framework
{
    private readonly Dictionary<(MetadataReader Reader, TypeDefinitionHandle Handle), TypeNode> _types = [];
    private readonly Dictionary<(MetadataReader Reader, MethodDefinitionHandle Handle), MethodNode> _methods = [];

    private Framework()
    {
    }

    public IReadOnlyCollection<MethodNode> Methods => _methods.Values;

    public IReadOnlyCollection<TypeNode> Types => _types.Values;

    public static Framework Load(string directory)
    {
        var opened = new Dictionary<string, LoadedAssembly?>(StringComparer.OrdinalIgnoreCase);
        foreach (var path in Directory.GetFiles(directory, "*.dll").Order(StringComparer.Ordinal))
        {
            if (LoadedAssembly.TryOpen(path) is { } assembly)
                opened[Path.GetFileNameWithoutExtension(path)] = assembly;
        }

        var framework = new Framework();
        foreach (var (name, assembly) in opened)
            framework.Add(new Unit(name, assembly!, new TypeUniverse(assembly!, opened)));
        foreach (var type in framework._types.Values)
            type.Link(framework);
        return framework;
    }

    public TypeNode? Find(Unit unit, TypeRef type) =>
        unit.Universe.Find(type) is { } found && _types.TryGetValue((found.Reader, found.Handle), out var node) ? node : null;

    public MethodNode? Find(Unit unit, MemberToken member)
    {
        if (!member.Definition.IsNil)
            return _methods.GetValueOrDefault((unit.Reader, member.Definition));
        if (member.Signature is not { } signature || Find(unit, member.Type) is not { } type)
            return null;

        var key = MethodNode.KeyOf(member.Name, signature);
        for (var declaring = type; declaring is not null; declaring = declaring.Base)
        {
            if (declaring.Methods.TryGetValue(key, out var method))
                return method;
        }

        return null;
    }

    private void Add(Unit unit)
    {
        foreach (var handle in unit.Reader.TypeDefinitions)
        {
            var type = new TypeNode(unit, handle);
            _types.Add((unit.Reader, handle), type);
            foreach (var method in type.Methods.Values)
                _methods.Add((unit.Reader, method.Handle), method);
        }
    }
}
