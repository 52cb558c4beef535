using System;
using System.Collections.Generic;
using Bolt;

namespace Cases;

public enum Colour { Red, Green }

public struct Plain : IComparable<Plain>
{
    public int X;

    public readonly int CompareTo(Plain other) => X - other.X;
}

public struct Full
{
    public int X;

    public override readonly string ToString() => "full";

    public override readonly int GetHashCode() => X;

    public override readonly bool Equals(object? other) => false;
}

[ZeroAlloc]
public class Boxes
{
    public object Box(int x) => x; //! Box

    public object Enum(Colour x) => x; //! Box

    public IComparable<Plain> Interface(Plain x) => x; //! Box

    public object? Nullable(int? x) => x; //! Box

    public object Generic<T>(T x) where T : struct => x; //! Box

    public object Class<T>(T x) where T : class => x;

    public object Derived<T>(T x) where T : Exception => x;

    public bool Constrained<T>(T x, T y) where T : IComparable<T> => x.CompareTo(y) == 0;

    public bool IsNull<T>(T x) => x == null;

    public bool IsNotNull<T>(T x) => x is not null;

    public bool IsInt<T>(T x) => x is int;

    public int RoundTrip<T>(T x) => x is int ? (int)(object)x : 0;

    public bool Flag(ConsoleModifiers x, ConsoleModifiers y) => x.HasFlag(y) && x.HasFlag(ConsoleModifiers.Shift);

    public Type TypeOf(Plain x) => x.GetType();

    public int Hash(Plain x) => x.GetHashCode(); //! BoxedReceiver

    public bool Same(Colour x, Colour y) => x == y;

    public int EnumHash(Colour x) => x.GetHashCode();

    public string? EnumName(Colour x) => x.ToString(); //! BoxedReceiver

    public int Own(Full x) => x.GetHashCode() + x.ToString()!.Length;

    public int Tuple((int, int) x) => x.GetHashCode();

    public int Call(int x) => Take(x); //! Box

    public int MayTake(int x) => Take(x == 0 ? null : "x");

    private static int Take(object? x) => x is null ? 0 : 1;
}
