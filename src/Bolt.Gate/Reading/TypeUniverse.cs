using System.Reflection;
using System.Reflection.Metadata;

namespace Bolt.Gate.Reading;

/// <summary>The assembly that is read and those that it references, each opened when first asked.</summary>
/// <remarks>What cannot be found is answered as an ordinary class without attributes: a missing reference must not fail the build twice.</remarks>
internal sealed class TypeUniverse : IDisposable
{
    private readonly LoadedAssembly _own;
    private readonly Dictionary<string, string> _paths = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, LoadedAssembly?> _loaded;
    private readonly Dictionary<string, ResolvedType?> _resolved = new(StringComparer.Ordinal);

    public TypeUniverse(LoadedAssembly own, IEnumerable<string> references)
    {
        _own = own;
        _loaded = new(StringComparer.OrdinalIgnoreCase);
        foreach (var path in references)
            _paths[Path.GetFileNameWithoutExtension(path)] = path;
    }

    /// <param name="own">The assembly that is read.</param>
    /// <param name="opened">All others, by their simple names; several universes may share them.</param>
    public TypeUniverse(LoadedAssembly own, Dictionary<string, LoadedAssembly?> opened)
    {
        _own = own;
        _loaded = opened;
    }

    public LoadedAssembly Own => _own;

    public ResolvedType? Find(TypeRef type)
    {
        if (type.Element is not null || type.IsParameter)
            return null;

        var key = type.Assembly + "|" + type.Name;
        if (!_resolved.TryGetValue(key, out var found))
            _resolved[key] = found = Resolve(type.Name, type.Assembly);
        return found;
    }

    public bool IsValueType(TypeRef type) => type.Shape switch
    {
        TypeShape.Value => true,
        TypeShape.Unknown => Find(type) is { } found && found.IsValueType,
        _ => false,
    };

    public bool IsEnum(TypeRef type) => Find(type) is { } found && found.Base(this)?.Name == "System.Enum";

    public bool IsInterface(TypeRef type) => Find(type) is { } found && (found.Definition.Attributes & TypeAttributes.Interface) != 0;

    /// <summary>Whether the type is the named class, or derives from it.</summary>
    public bool Derives(TypeRef type, string ancestor)
    {
        // As deep as any hierarchy: broken metadata may be circular.
        for (var (current, depth) = (type, 0); current is not null && depth < 64; depth++)
        {
            if (current.Name == ancestor)
                return true;
            current = Find(current)?.Base(this);
        }

        return false;
    }

    public void Dispose()
    {
        foreach (var assembly in _loaded.Values)
            assembly?.Dispose();
    }

    private ResolvedType? Resolve(string name, string? assembly)
    {
        for (var hops = 0; hops < 8; hops++)
        {
            if ((assembly is null ? _own : Load(assembly)) is not { } place)
                return null;
            if (place.Find(name) is { IsNil: false } handle)
                return new ResolvedType(place, handle, assembly);
            if (place.Forward(name.Split('+')[0]) is not { } next)
                return null;
            assembly = next;
        }

        return null;
    }

    private LoadedAssembly? Load(string assembly)
    {
        if (!_loaded.TryGetValue(assembly, out var loaded))
            _loaded[assembly] = loaded = _paths.TryGetValue(assembly, out var path) ? LoadedAssembly.TryOpen(path) : null;
        return loaded;
    }
}
