using System.Text.RegularExpressions;
using Bolt.Diagnostics.Profiles.Symbols;
using Microsoft.Diagnostics.Tracing.Parsers.Clr;

namespace Bolt.Diagnostics.Profiles.Heap;

/// <summary>The names of the types on a heap.</summary>
internal sealed partial class HeapTypes
{
    private const int Deepest = 8;

    private readonly Dictionary<ulong, (string Name, ulong[] Parameters, TypeFlags Flags)> _types = [];
    private readonly Dictionary<ulong, Frame> _frames = [];
    private readonly Dictionary<string, Frame> _roots = [];

    public void Add(GCBulkTypeTraceData types)
    {
        for (int i = 0; i < types.Count; i++)
        {
            GCBulkTypeValues type = types.Values(i);
            ulong[] parameters = new ulong[type.TypeParameterCount];
            for (int parameter = 0; parameter < parameters.Length; parameter++)
                parameters[parameter] = type.TypeParameterID(parameter);
            _types[type.TypeID] = (type.TypeName, parameters, type.Flags);
        }
    }

    /// <summary>The frame of a type.</summary>
    public Frame Find(ulong type)
    {
        if (!_frames.TryGetValue(type, out Frame? frame))
            _frames.Add(type, frame = new Frame(NameOf(type, 0)));
        return frame;
    }

    /// <summary>The frame of a root.</summary>
    public Frame Root(string name)
    {
        if (!_roots.TryGetValue(name, out Frame? frame))
            _roots.Add(name, frame = new Frame(name));
        return frame;
    }

    private string NameOf(ulong id, int depth)
    {
        if (depth > Deepest || !_types.TryGetValue(id, out (string Name, ulong[] Parameters, TypeFlags Flags) type))
            return "[unknown type]";
        if (type.Flags.HasFlag(TypeFlags.Array) && type.Parameters.Length > 0 && !type.Name.EndsWith(']'))
            return NameOf(type.Parameters[0], depth + 1) + "[]";
        if (type.Name.Length == 0)
            return "[unknown type]";

        string name = Arity().Replace(type.Name.Replace('+', '.'), "");
        return type.Parameters.Length == 0 || name.Contains('[', StringComparison.Ordinal)
            ? name
            : $"{name}[{string.Join(",", type.Parameters.Select(parameter => NameOf(parameter, depth + 1)))}]";
    }

    [GeneratedRegex(@"`\d+")]
    private static partial Regex Arity();
}
