using System.Runtime.CompilerServices;

namespace Bolt.Runtime;

/// <summary>All pieces of the templates of ad-hoc calls, found by what stands before them and what they say.</summary>
/// <remarks>
/// Thread-safe; finding takes no lock. The compiler passes constants, of which there are as many as the program has calls; for whoever passes
/// strings of the moment by hand, the number kept is bounded.
/// </remarks>
/// <param name="most">How many are kept.</param>
internal sealed class TemplatePieces(int most)
{
    private const int FirstCapacity = 512;

    private readonly Lock _lock = new();

    /// <summary>Open addressing, at most half full, nothing ever taken out; replaced when it grows.</summary>
    private TemplatePiece?[] _table = new TemplatePiece?[FirstCapacity];

    private int _count;

    /// <summary>Those of the process.</summary>
    internal static TemplatePieces Shared { get; } = new(1 << 16);

    /// <summary>How many are kept so far.</summary>
    internal int Count => Volatile.Read(ref _count);

    /// <summary>The piece that stands after another, made if it is new.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    [ZeroAlloc]
    internal TemplatePiece After(TemplatePiece before, bool isHole, string source, int alignment, string? format, FieldKind kind)
    {
        source ??= "";
        return Find(Volatile.Read(ref _table), before, isHole, source, alignment, format, out _) ?? Add(before, isHole, source, alignment, format, kind);
    }

    [ZeroAlloc]
    private static TemplatePiece? Find(TemplatePiece?[] table, TemplatePiece before, bool isHole, string source, int alignment, string? format, out int free)
    {
        int mask = table.Length - 1;
        for (free = TemplatePiece.HashOf(before, source) & mask; table[free] is { } piece; free = (free + 1) & mask)
        {
            if (piece.Is(before, isHole, source, alignment, format))
                return piece;
        }

        return null;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    [AllowAllocation("Made once for each piece of each template.")]
    private TemplatePiece Add(TemplatePiece before, bool isHole, string source, int alignment, string? format, FieldKind kind)
    {
        using (ExpectedAllocations.For(ExpectedAllocation.FirstUse))
        {
            lock (_lock)
            {
                // Another thread may have been quicker.
                if (Find(_table, before, isHole, source, alignment, format, out _) is { } found)
                    return found;

                bool isKept = before.IsKept && _count < most;
                var added = new TemplatePiece(before, _count, isKept, isHole, source, alignment, format, kind);
                if (!isKept)
                    return added;

                if (++_count * 2 > _table.Length)
                    Grow();

                _ = Find(_table, before, isHole, source, alignment, format, out int free);
                Volatile.Write(ref _table[free], added);
                before.Remember(added);
                return added;
            }
        }
    }

    [AllowAllocation("Grows with the number of templates.")]
    private void Grow()
    {
        var table = new TemplatePiece?[_table.Length * 2];
        foreach (TemplatePiece? piece in _table)
        {
            if (piece is null)
                continue;

            int i = piece.Hash & (table.Length - 1);
            while (table[i] is not null)
                i = (i + 1) & (table.Length - 1);

            table[i] = piece;
        }

        Volatile.Write(ref _table, table);
    }
}
