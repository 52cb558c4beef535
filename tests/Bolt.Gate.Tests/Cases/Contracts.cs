using System;
using System.Collections.Generic;
using Bolt;

namespace Cases;

public abstract class Base
{
    [ZeroAlloc]
    public abstract object Inherited(int x);

    [ZeroAlloc]
    public virtual object? Property => null;

    public virtual object Free(int x) => x;
}

public interface IHot
{
    [ZeroAlloc]
    object Implemented(int x);

    object Loose(int x);
}

[ZeroAlloc]
public interface IAllHot
{
    object Explicit<T>(T x, List<T> y);
}

public class Derived : Base, IHot, IAllHot
{
    public override object Inherited(int x) => x; //! Box

    public override object? Property => 1; //! Box

    public override object Free(int x) => x;

    public object Implemented(int x) => x; //! Box

    public object Loose(int x) => x;

    object IAllHot.Explicit<T>(T x, List<T> y) => new object(); //! Object
}

public class Further : Derived
{
    public override object Inherited(int x) => new object(); //! Object
}

[ZeroAlloc]
public class Type
{
    private readonly object _initialised = new(); //! Object

    public object Member(int x) => x; //! Box

    public object Accessor { get => 1; set => _ = value; } //! Box

    public object Auto { get; set; } = "";

    [AllowAllocation("it is called once")]
    public object Allowed(int x) => x; //= Box

    [AllowAllocation("so are all of these")]
    public class Inner
    {
        public object Member(int x) => x; //= Box

        [ZeroAlloc]
        public object Hot(int x) => x; //! Box
    }

    public object Function(int x)
    {
        return x == 0 ? Kept(x) : Made(x);

        [AllowAllocation("rarely")]
        static object Made(int x) => new int[x]; //= Array

        static object Kept(int x) => new int[x]; //! Array
    }
}

[ZeroAlloc]
public record Record(int X, string Name);

public static class Outside
{
    public static object Anything(int x) => new { x };
}
