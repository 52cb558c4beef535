using System.Numerics;
using System.Runtime.CompilerServices;

namespace Bolt.Runtime;

/// <summary>Values whose type is a type argument: a number stays a number and a time ISO 8601, whatever way they came.</summary>
public sealed partial class ValueBuffer
{
    /// <summary>Writes the value if its type is one that the encoder knows. Each comparison is decided when the method is compiled for the type.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryKnownType<T>(ref T value)
        where T : allows ref struct
    {
        if (!typeof(T).IsValueType)
            return false;

        if (typeof(T) == typeof(int))
            Value(Unsafe.As<T, int>(ref value));
        else if (typeof(T) == typeof(long))
            Value(Unsafe.As<T, long>(ref value));
        else if (typeof(T) == typeof(double))
            Value(Unsafe.As<T, double>(ref value));
        else if (typeof(T) == typeof(decimal))
            Value(Unsafe.As<T, decimal>(ref value));
        else if (typeof(T) == typeof(byte))
            Value((uint)Unsafe.As<T, byte>(ref value));
        else if (typeof(T) == typeof(short))
            Value((int)Unsafe.As<T, short>(ref value));
        else if (typeof(T) == typeof(uint))
            Value(Unsafe.As<T, uint>(ref value));
        else if (typeof(T) == typeof(ulong))
            Value(Unsafe.As<T, ulong>(ref value));
        else if (typeof(T) == typeof(float))
            Value(Unsafe.As<T, float>(ref value));
        else if (typeof(T) == typeof(sbyte))
            Value((int)Unsafe.As<T, sbyte>(ref value));
        else if (typeof(T) == typeof(ushort))
            Value((uint)Unsafe.As<T, ushort>(ref value));
        else if (typeof(T) == typeof(nint))
            Value((long)Unsafe.As<T, nint>(ref value));
        else if (typeof(T) == typeof(nuint))
            Value((ulong)Unsafe.As<T, nuint>(ref value));
        else if (typeof(T) == typeof(Int128))
            Value(Unsafe.As<T, Int128>(ref value));
        else if (typeof(T) == typeof(UInt128))
            Value(Unsafe.As<T, UInt128>(ref value));
        else if (typeof(T) == typeof(Half))
            Value(Unsafe.As<T, Half>(ref value));
        else if (typeof(T) == typeof(BigInteger))
            Value(Unsafe.As<T, BigInteger>(ref value));
        else if (typeof(T) == typeof(bool))
            Value(Unsafe.As<T, bool>(ref value));
        else if (typeof(T) == typeof(char))
            Value(Unsafe.As<T, char>(ref value));
        else if (typeof(T) == typeof(Guid))
            Value(Unsafe.As<T, Guid>(ref value));
        else if (typeof(T) == typeof(DateTime))
            Value(Unsafe.As<T, DateTime>(ref value));
        else if (typeof(T) == typeof(DateTimeOffset))
            Value(Unsafe.As<T, DateTimeOffset>(ref value));
        else if (typeof(T) == typeof(DateOnly))
            Value(Unsafe.As<T, DateOnly>(ref value));
        else if (typeof(T) == typeof(TimeOnly))
            Value(Unsafe.As<T, TimeOnly>(ref value));
        else if (typeof(T) == typeof(TimeSpan))
            Value(Unsafe.As<T, TimeSpan>(ref value));
        else
            return false;

        return true;
    }
}
