using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.Extensions.Logging;

namespace Bolt.Runtime;

/// <summary>
/// The template of an ad-hoc call up to one of its pieces, and what that piece writes. A call walks from piece to piece, each of which is
/// made once and found by the strings that the compiler passes: they are the same objects each time.
/// </summary>
/// <remarks>Thread-safe. Calls whose templates begin alike share the pieces of that beginning, so what depends on the pieces before is known of each.</remarks>
internal sealed class TemplatePiece
{
    /// <summary>A constant format that begins with this gives the field its name.</summary>
    private const char NameMark = '@';

    /// <summary>How many beginnings a level has. Calls go to one by the shape of their string, so that most have it for themselves.</summary>
    private const int Shapes = 256;

    private static readonly TemplatePiece?[] s_roots = new TemplatePiece?[(int)LogLevel.None * Shapes];

    /// <summary>Whether calls may find it again: not once there are too many pieces.</summary>
    internal readonly bool IsKept;

    /// <summary>What it is found by, first.</summary>
    internal readonly int Hash;

    /// <summary>What it writes: text between holes, escaped, or a field's <c>,"key":</c>; nothing for a variable once more.</summary>
    internal readonly ConstantBytes Bytes;

    /// <summary>Whether it is a hole; else text.</summary>
    internal readonly bool IsHole;

    /// <summary>The key of a hole; null for text.</summary>
    internal readonly string? Key;

    /// <summary>What a hole's field counts as.</summary>
    internal readonly FieldKind Kind;

    /// <summary>Whether it writes a field.</summary>
    internal readonly bool IsField;

    /// <summary>The alignment of a hole.</summary>
    internal readonly int Alignment;

    /// <summary>The format of a hole, without the name that it may give; null for none.</summary>
    internal readonly string? Format;

    private readonly LogLevel _level;

    /// <summary>Different for each piece: part of what the pieces after it are found by.</summary>
    private readonly int _seed;
    private readonly TemplatePiece? _before;
    private readonly string _source = "";
    private readonly string? _written;

    /// <summary>The name of a hole: its key, but for what makes that unlike the keys around it.</summary>
    private readonly string _name = "";

    /// <summary>Of the pieces after this one, the first text and the first hole without alignment and format: nearly always the only ones.</summary>
    private TemplatePiece? _text;
    private TemplatePiece? _hole;

    private AdHocTemplate? _template;

    private TemplatePiece(int root)
    {
        _level = (LogLevel)(root / Shapes);
        _seed = root;
        IsKept = true;
    }

    /// <summary>Makes the piece that stands after another.</summary>
    /// <param name="before">That piece.</param>
    /// <param name="seed">Different for each piece.</param>
    /// <param name="isKept">Whether calls may find it again.</param>
    /// <param name="isHole">Whether it is a hole; else text.</param>
    /// <param name="source">The text, or the hole's expression.</param>
    /// <param name="alignment">The hole's alignment.</param>
    /// <param name="format">The hole's format, as it is written.</param>
    /// <param name="kind">What the hole counts as.</param>
    internal TemplatePiece(TemplatePiece before, int seed, bool isKept, bool isHole, string source, int alignment, string? format, FieldKind kind)
    {
        (_before, _level, _seed, IsKept) = (before, before._level, seed + s_roots.Length, isKept);
        (IsHole, _source, Alignment, _written, Kind) = (isHole, source, alignment, format, kind);
        Hash = HashOf(before, source);
        var buffer = new ValueBuffer();
        if (!isHole)
        {
            buffer.Format(source, 0);
        }
        else
        {
            (string? given, Format) = Read(format);
            (_name, Key) = NewKey(given, out IsField);
            if (IsField)
            {
                buffer.Literal(","u8);
                buffer.Key(Key);
            }
        }

        Bytes = new ConstantBytes(buffer[0, buffer.Position]);
        buffer.Free();
    }

    /// <summary>The template that ends here.</summary>
    internal AdHocTemplate Template
    {
        [ZeroAlloc]
        get => _template ?? MakeTemplate();
    }

    /// <summary>Where a template begins.</summary>
    /// <param name="level">Its level.</param>
    /// <param name="literalLength">Characters of its text.</param>
    /// <param name="formattedCount">Its holes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    [ZeroAlloc]
    internal static TemplatePiece Root(LogLevel level, int literalLength, int formattedCount)
    {
        int root = ((int)level * Shapes) + (((literalLength * 5) + formattedCount) & (Shapes - 1));
        return s_roots[root] ?? MakeRoot(root);
    }

    /// <summary>The piece after this one: text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    [ZeroAlloc]
    internal TemplatePiece ThenText(string text) =>
        _text is { } next && (object)next._source == text ? next : TemplatePieces.Shared.After(this, false, text, 0, null, default);

    /// <summary>The piece after this one: a hole without alignment and format.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    [ZeroAlloc]
    internal TemplatePiece ThenHole(string expression, FieldKind kind) =>
        _hole is { } next && (object)next._source == expression ? next : TemplatePieces.Shared.After(this, true, expression, 0, null, kind);

    /// <summary>The piece after this one: a hole.</summary>
    [ZeroAlloc]
    internal TemplatePiece ThenHole(string expression, int alignment, string? format, FieldKind kind) =>
        TemplatePieces.Shared.After(this, true, expression, alignment, format, kind);

    /// <summary>Whether it is this piece after that one.</summary>
    [ZeroAlloc]
    internal bool Is(TemplatePiece before, bool isHole, string source, int alignment, string? format) =>
        _before == before && IsHole == isHole && _source == source && Alignment == alignment && _written == format;

    /// <summary>Whether the names have its own, or the last word of its expression: <c>{user.Password}</c> is a password, whatever the field is called.</summary>
    [ZeroAlloc]
    internal bool IsNamedBy(RedactedNames names) => names.Contains(_name) || names.Contains(ExpressionName.LastWord(_source));

    /// <summary>The hash of a piece. Looks at a few characters only: whatever is alike in them is told apart by <see cref="Is"/>.</summary>
    [ZeroAlloc]
    internal static int HashOf(TemplatePiece before, string source)
    {
        uint hash = ((uint)before._seed * 2654435769u) ^ (uint)source.Length;
        if (source.Length > 0)
            hash ^= ((uint)source[0] << 8) ^ ((uint)source[source.Length >> 1] << 16) ^ ((uint)source[^1] << 24);

        return (int)((hash * 2246822519u) >> 12);
    }

    /// <summary>Remembers a piece that was made after this one, if it is the first of its sort.</summary>
    internal void Remember(TemplatePiece next)
    {
        if (!next.IsHole)
            _text ??= next;
        else if (next is { Alignment: 0, _written: null })
            _hole ??= next;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    [AllowAllocation("Made once for each beginning.")]
    private static TemplatePiece MakeRoot(int root)
    {
        using (ExpectedAllocations.For(ExpectedAllocation.FirstUse))
        {
            var made = new TemplatePiece(root);
            return Interlocked.CompareExchange(ref s_roots[root], made, null) ?? made;
        }
    }

    /// <summary>The name and the format that a hole's format says: <c>@name</c>, <c>@name:format</c>, <c>format</c>.</summary>
    private static (string? Name, string? Format) Read(string? format)
    {
        if (string.IsNullOrEmpty(format) || format[0] != NameMark)
            return (null, string.IsNullOrEmpty(format) ? null : format);

        int end = format.IndexOf(':');
        string name = end < 0 ? format[1..] : format[1..end];
        return (name, end < 0 || end == format.Length - 1 ? null : format[(end + 1)..]);
    }

    private (string Name, string Key) NewKey(string? given, out bool isField)
    {
        string? variable = ExpressionName.Variable(_source);
        string name = given is { Length: > 0 } ? given : variable ?? ExpressionName.Of(_source) ?? "";
        if (!IsKey(name))
            name = "arg" + Holes().ToString(CultureInfo.InvariantCulture);

        string key = ReservedKeys.Avoid(name);

        // The same variable once more is the same field.
        TemplatePiece? same = Find(key);
        isField = variable is null || same is null || same._source != _source;
        if (!isField || same is null)
            return (name, key);

        for (int i = 2; ; i++)
        {
            string numbered = key + i.ToString(CultureInfo.InvariantCulture);
            if (Find(numbered) is null)
                return (name, numbered);
        }
    }

    private static bool IsKey(string name)
    {
        var buffer = new ValueBuffer();
        return buffer.IsValidKey(name);
    }

    private int Holes()
    {
        int count = 0;
        for (TemplatePiece? piece = _before; piece is not null; piece = piece._before)
            count += piece.IsHole ? 1 : 0;

        return count;
    }

    /// <summary>The field before this one that has the key, or one that differs only in case: what reads records may not see that.</summary>
    private TemplatePiece? Find(string key)
    {
        for (TemplatePiece? piece = _before; piece is not null; piece = piece._before)
        {
            if (piece.IsField && string.Equals(piece.Key, key, StringComparison.OrdinalIgnoreCase))
                return piece;
        }

        return null;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    [AllowAllocation("Made once for each template.")]
    private AdHocTemplate MakeTemplate()
    {
        using (ExpectedAllocations.For(ExpectedAllocation.FirstUse))
        {
            var pieces = new List<TemplatePiece>();
            for (TemplatePiece piece = this; piece._before is { } before; piece = before)
                pieces.Insert(0, piece);

            var made = new AdHocTemplate(_level, pieces.ToArray(), IsKept);
            return Interlocked.CompareExchange(ref _template, made, null) ?? made;
        }
    }

    /// <summary>Appends the piece as it stands in the template that other providers get.</summary>
    internal void AppendTo(StringBuilder template)
    {
        if (!IsHole)
        {
            template.Append(_source.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));
            return;
        }

        template.Append('{').Append(Key);
        if (Alignment != 0)
            template.Append(',').Append(Alignment.ToString(CultureInfo.InvariantCulture));
        if (Format is not null)
            template.Append(':').Append(Format);

        template.Append('}');
    }
}
