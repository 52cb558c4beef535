using System.Runtime.CompilerServices;

namespace Bolt.Runtime;

/// <summary>All pieces of the templates of ad-hoc calls, found by what stands before them and what they say.</summary>
/// <remarks>
/// Thread-safe; finding takes no lock. The compiler passes constants, of which there are as many as the program has calls; for whoever passes
/// strings of the moment by hand, the number kept is bounded.
/// </remarks>
[ZeroAlloc]
internal static class TemplatePieces
{
    /// <summary>How many are kept.</summary>
    internal const int Most = 1 << 16;

    private const int FirstCapacity = 512;

    private static readonly Lock s_lock = new();

    /// <summary>Open addressing, at most half full, nothing ever taken out; replaced when it grows.</summary>
    private static TemplatePiece?[] s_table = new TemplatePiece?[FirstCapacity];

    private static int s_count;

    /// <summary>How many are kept so far.</summary>
    internal static int Count => Volatile.Read(ref s_count);

    /// <summary>The piece that stands after another, made if it is new.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static TemplatePiece After(TemplatePiece before, bool isHole, string source, int alignment, string? format, FieldKind kind)
    {
        source ??= "";
        return Find(Volatile.Read(ref s_table), before, isHole, source, alignment, format, out _) ?? Add(before, isHole, source, alignment, format, kind);
    }

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
    private static TemplatePiece Add(TemplatePiece before, bool isHole, string source, int alignment, string? format, FieldKind kind)
    {
        using (ExpectedAllocations.For(ExpectedAllocation.FirstUse))
        {
            lock (s_lock)
            {
                // Another thread may have been quicker.
                if (Find(s_table, before, isHole, source, alignment, format, out _) is { } found)
                    return found;

                bool isKept = before.IsKept && s_count < Most;
                var added = new TemplatePiece(before, s_count, isKept, isHole, source, alignment, format, kind);
                if (!isKept)
                    return added;

                if (++s_count * 2 > s_table.Length)
                    Grow();

                _ = Find(s_table, before, isHole, source, alignment, format, out int free);
                Volatile.Write(ref s_table[free], added);
                before.Remember(added);
                return added;
            }
        }
    }

    [AllowAllocation("Grows with the number of templates.")]
    private static void Grow()
    {
        var table = new TemplatePiece?[s_table.Length * 2];
        foreach (TemplatePiece? piece in s_table)
        {
            if (piece is null)
                continue;

            int i = piece.Hash & (table.Length - 1);
            while (table[i] is not null)
                i = (i + 1) & (table.Length - 1);

            table[i] = piece;
        }

        Volatile.Write(ref s_table, table);
    }
}
