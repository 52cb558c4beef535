namespace Tail.Input;

/// <summary>Finds the last lines of a file from its end, without reading what is before them.</summary>
internal static class LastLines
{
    private const int BlockLength = 64 << 10;

    /// <summary>Where the last lines that are not empty begin: a place from which there are at least so many, if the file has them.</summary>
    public static long Start(LogFile file, int lines)
    {
        byte[] block = new byte[BlockLength];
        bool wasLineFeed = true;
        long blockStart = file.Length;
        int found = 0;
        while (blockStart > 0)
        {
            int length = (int)long.Min(BlockLength, blockStart);
            blockStart -= length;
            file.Position = blockStart;
            if (!ReadAll(file, block.AsSpan(0, length)))
                return 0; // It has just been cut.

            for (int i = length - 1; i >= 0; i--)
            {
                if (block[i] == (byte)'\r')
                    continue;
                bool isLineFeed = block[i] == (byte)'\n';
                if (isLineFeed && !wasLineFeed && ++found == lines)
                    return blockStart + i + 1;
                wasLineFeed = isLineFeed;
            }
        }

        return 0;
    }

    private static bool ReadAll(LogFile file, Span<byte> block)
    {
        while (!block.IsEmpty)
        {
            int count = file.Read(block);
            if (count == 0)
                return false;
            block = block[count..];
        }

        return true;
    }
}
