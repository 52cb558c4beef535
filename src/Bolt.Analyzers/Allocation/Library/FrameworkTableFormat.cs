namespace Bolt.Analyzers.Allocation.Library;

/// <summary>How the table is written: the framework's version, then hashes of documentation ids in rising order, as Rice-coded differences, and three bits of verdict each.</summary>
internal static class FrameworkTableFormat
{
    /// <summary>Wide enough that a member which is not in the table meets one which is once in thirty million.</summary>
    public const int HashBits = 40;

    /// <summary>Put before the documentation id of a member that may be overridden, for what is known of all its implementations.</summary>
    public const string Virtual = "virtual ";

    private const int VerdictBits = 3;

    private const int VersionBytes = 3;

    public static ulong Hash(string documentationId)
    {
        var hash = 14695981039346656037UL;
        foreach (var character in documentationId)
            hash = (hash ^ character) * 1099511628211UL;

        // FNV leaves the upper bits of short texts alike; they are the ones that are kept.
        hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccdUL;
        hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53UL;
        return (hash ^ (hash >> 33)) >> (64 - HashBits);
    }

    public static byte[] Write(Version framework, IReadOnlyList<KeyValuePair<ulong, LibraryVerdict>> entries)
    {
        var remainder = 0;
        while (remainder < HashBits && ((1UL << HashBits) / (ulong)Math.Max(1, entries.Count)) >> (remainder + 1) > 0)
            remainder++;

        var bytes = new List<byte> { (byte)framework.Major, (byte)framework.Minor, (byte)framework.Build };
        var bits = 0;
        for (var shift = 0; shift < 32; shift += 8)
            bytes.Add((byte)(entries.Count >> shift));
        bytes.Add((byte)remainder);

        ulong previous = 0;
        foreach (var entry in entries)
        {
            var difference = entry.Key - previous;
            previous = entry.Key;
            for (var quotient = difference >> remainder; quotient > 0; quotient--)
                Add(1, 1);
            Add(0, 1);
            Add(difference & ((1UL << remainder) - 1), remainder);
            Add((ulong)entry.Value, VerdictBits);
        }

        return [.. bytes];

        void Add(ulong value, int count)
        {
            for (var bit = count - 1; bit >= 0; bit--, bits++)
            {
                if ((bits & 7) == 0)
                    bytes.Add(0);
                if (((value >> bit) & 1) != 0)
                    bytes[bytes.Count - 1] |= (byte)(0x80 >> (bits & 7));
            }
        }
    }

    /// <summary>The version of the framework that was read.</summary>
    public static Version VersionOf(byte[] bytes) => new(bytes[0], bytes[1], bytes[2]);

    /// <summary>The hashes, rising, and the verdict of each.</summary>
    public static (ulong[] Hashes, byte[] Verdicts) Read(byte[] bytes)
    {
        var count = bytes[VersionBytes] | (bytes[VersionBytes + 1] << 8) | (bytes[VersionBytes + 2] << 16) | (bytes[VersionBytes + 3] << 24);
        int remainder = bytes[VersionBytes + 4];
        var hashes = new ulong[count];
        var verdicts = new byte[count];
        var bit = (VersionBytes + 5) * 8;
        ulong previous = 0;
        for (var index = 0; index < count; index++)
        {
            ulong quotient = 0;
            while (Take(1) != 0)
                quotient++;
            previous += (quotient << remainder) + Take(remainder);
            hashes[index] = previous;
            verdicts[index] = (byte)Take(VerdictBits);
        }

        return (hashes, verdicts);

        ulong Take(int width)
        {
            ulong value = 0;
            while (width > 0)
            {
                var free = 8 - (bit & 7);
                var taken = Math.Min(free, width);
                value = (value << taken) | (((uint)bytes[bit >> 3] >> (free - taken)) & ((1u << taken) - 1));
                bit += taken;
                width -= taken;
            }

            return value;
        }
    }
}
