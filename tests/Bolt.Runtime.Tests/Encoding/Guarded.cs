using System.Runtime.CompilerServices;
using System.Text;

namespace Bolt.Runtime.Tests;

/// <summary>Runs an encoder method in room of exactly the width it asks for, and checks that it kept to it.</summary>
internal static class Guarded
{
    internal delegate ref byte Writer(ref byte p);

    private const int Guard = 64;
    private const byte Pattern = 0xA5;

    [ThreadStatic]
    private static byte[]? t_room;

    /// <summary>The bytes written. Throws when the writer touched a byte before its place, or behind its place plus the width.</summary>
    internal static byte[] Bytes(int width, Writer write, bool exact = false)
    {
        if (t_room is null || t_room.Length < width + (2 * Guard))
        {
            t_room = new byte[width + (2 * Guard)];
        }

        Span<byte> room = t_room.AsSpan(0, width + (2 * Guard));
        room.Fill(Pattern);
        ref byte start = ref room[Guard];
        ref byte end = ref write(ref start);
        int length = (int)Unsafe.ByteOffset(ref start, ref end);
        Assert.InRange(length, 0, width);
        Assert.True(room[..Guard].IndexOfAnyExcept(Pattern) < 0, "wrote before its place");
        int behind = Guard + (exact ? length : width);
        Assert.True(room[behind..].IndexOfAnyExcept(Pattern) < 0, $"wrote beyond its {(exact ? "end" : "width")} ({length} of {width} bytes)");
        return room.Slice(Guard, length).ToArray();
    }

    internal static string Text(int width, Writer write, bool exact = false) => System.Text.Encoding.UTF8.GetString(Bytes(width, write, exact));

    internal static string Text(ValueBuffer buffer, int start = 0) => System.Text.Encoding.UTF8.GetString(buffer[start, buffer.Position]);
}
