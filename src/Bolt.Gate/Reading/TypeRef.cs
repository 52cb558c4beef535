using System.Collections.Immutable;

namespace Bolt.Gate.Reading;

/// <summary>What kind of type a <see cref="TypeRef"/> names, as far as the metadata beside the name says.</summary>
internal enum TypeShape
{
    /// <summary>A class or a struct: the metadata of the type itself must be asked.</summary>
    Unknown,
    Reference,
    Value,
    Array,
    TypeParameter,
    MethodParameter,
    Other,
}

/// <summary>A type as a signature names it.</summary>
internal sealed class TypeRef(string name, string? assembly = null, TypeShape shape = TypeShape.Unknown)
{
    public static readonly TypeRef Nothing = new("?", shape: TypeShape.Other);

    /// <summary>The full name, nested types after a plus sign, with the numbers of type parameters.</summary>
    public string Name => name;

    /// <summary>The simple name of the assembly that is said to have it; null for the assembly that is read.</summary>
    public string? Assembly => assembly;

    public TypeShape Shape => shape;

    public ImmutableArray<TypeRef> Arguments { get; init; } = [];

    /// <summary>What an array, reference or pointer is one of.</summary>
    public TypeRef? Element { get; init; }

    /// <summary>Brackets, ampersand or asterisk, as documentation ids write them.</summary>
    public string Suffix { get; init; } = "";

    /// <summary>The position of a type parameter.</summary>
    public int Position { get; init; }

    public bool IsParameter => shape is TypeShape.TypeParameter or TypeShape.MethodParameter;

    /// <summary>The last part of the name.</summary>
    public string ShortName => name.Substring(name.LastIndexOfAny(['+', '.']) + 1);

    /// <summary>As a documentation id writes it.</summary>
    public string DocumentationId
    {
        get
        {
            if (Element is not null)
                return Element.DocumentationId + Suffix;
            if (shape == TypeShape.TypeParameter)
                return "`" + Position;
            if (shape == TypeShape.MethodParameter)
                return "``" + Position;

            if (Arguments.IsEmpty)
                return name.Replace('+', '.');

            // Each part of a nested generic type takes as many arguments as its own number says.
            var text = new System.Text.StringBuilder();
            var next = 0;
            foreach (var part in name.Split('+'))
            {
                if (text.Length > 0)
                    text.Append('.');
                var tick = part.LastIndexOf('`');
                if (tick < 0 || !int.TryParse(part.Substring(tick + 1), out var count))
                {
                    text.Append(part);
                    continue;
                }

                text.Append(part, 0, tick).Append('{');
                for (var index = 0; index < count && next < Arguments.Length; index++)
                    text.Append(index > 0 ? "," : "").Append(Arguments[next++].DocumentationId);
                text.Append('}');
            }

            return text.ToString();
        }
    }

    /// <summary>As a message names it: <c>List&lt;int&gt;</c>.</summary>
    public string Display
    {
        get
        {
            if (Element is not null)
                return Element.Display + (Suffix.StartsWith("[", StringComparison.Ordinal) ? Suffix.Replace("0:", "") : "");
            if (IsParameter)
                return name;
            if (s_keywords.TryGetValue(name, out var keyword))
                return keyword;

            var simple = ShortName;
            var tick = simple.IndexOf('`');
            if (tick >= 0)
                simple = simple.Substring(0, tick);
            if (Arguments.IsEmpty)
                return simple;

            var arguments = new string[Arguments.Length];
            for (var index = 0; index < arguments.Length; index++)
                arguments[index] = Arguments[index].Display;
            return name.StartsWith("System.Nullable`1", StringComparison.Ordinal) ? arguments[0] + "?" : simple + "<" + string.Join(", ", arguments) + ">";
        }
    }

    public override string ToString() => Display;

    private static readonly Dictionary<string, string> s_keywords = new()
    {
        ["System.Boolean"] = "bool",
        ["System.Byte"] = "byte",
        ["System.SByte"] = "sbyte",
        ["System.Char"] = "char",
        ["System.Int16"] = "short",
        ["System.UInt16"] = "ushort",
        ["System.Int32"] = "int",
        ["System.UInt32"] = "uint",
        ["System.Int64"] = "long",
        ["System.UInt64"] = "ulong",
        ["System.Single"] = "float",
        ["System.Double"] = "double",
        ["System.Decimal"] = "decimal",
        ["System.IntPtr"] = "nint",
        ["System.UIntPtr"] = "nuint",
        ["System.Object"] = "object",
        ["System.String"] = "string",
        ["System.Void"] = "void",
    };
}
