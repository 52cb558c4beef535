using System.Numerics;
using System.Runtime.CompilerServices;

namespace Bolt.Runtime;

/// <summary>What a field counts as in the metrics.</summary>
internal enum FieldKind
{
    /// <summary>Neither of the others.</summary>
    Other,

    /// <summary>A string, or what is written as one because it has names or characters.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,
}

/// <summary>The kinds of types, as the generator counts them.</summary>
[ZeroAlloc]
internal static class FieldKinds
{
    /// <summary>A constant once the method is compiled for the type.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static FieldKind Of<T>()
    {
        if (typeof(T) == typeof(int) || typeof(T) == typeof(long) || typeof(T) == typeof(double) || typeof(T) == typeof(decimal)
            || typeof(T) == typeof(byte) || typeof(T) == typeof(short) || typeof(T) == typeof(uint) || typeof(T) == typeof(ulong)
            || typeof(T) == typeof(float) || typeof(T) == typeof(sbyte) || typeof(T) == typeof(ushort) || typeof(T) == typeof(nint)
            || typeof(T) == typeof(nuint) || typeof(T) == typeof(Int128) || typeof(T) == typeof(UInt128) || typeof(T) == typeof(Half)
            || typeof(T) == typeof(BigInteger))
        {
            return FieldKind.Number;
        }

        return typeof(T).IsEnum || typeof(T) == typeof(string) || typeof(T) == typeof(char) || typeof(T) == typeof(Uri) || typeof(T) == typeof(Type)
            || typeof(T) == typeof(ReadOnlyMemory<char>) || typeof(T) == typeof(Memory<char>) || typeof(T) == typeof(ReadOnlyMemory<byte>)
            ? FieldKind.Text
            : FieldKind.Other;
    }
}
