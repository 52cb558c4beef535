using System;
using System.Collections.Generic;
using Bolt;

namespace Cases;

public record Point(int X, int Y);

public record struct Spot(int X, int Y);

[ZeroAlloc]
public class Creations
{
    private static readonly object s_once = new();
    private static readonly int[] s_primes = [2, 3, 5];
    private object? _lazy;
    private static object? s_lazy;

    public object Class() => new object(); //! Object

    public object TargetTyped()
    {
        List<int> list = new(); //! Object
        return list;
    }

    public Spot Struct() => new Spot(1, 2) with { X = 2 };

    public Point Copy(Point point) => point with { X = 2 }; //! With

    public object Anonymous(int x) => new { x }; //! Anonymous

    public int[] Array(int n) => new int[n]; //! Array

    public int[,] Grid(int n) => new int[n, n]; //! Array

    public int[] Range(int[] all) => all[1..]; //! Array

    public int[] Literal(int a) => [a, 2]; //! Array

    public List<int> ListLiteral(int a) => [a, 2]; //! Object

    public int[] Empty() => [];

    public int Stack(int a)
    {
        Span<int> span = [a, 2, 3];
        Span<int> room = stackalloc int[4];
        ReadOnlySpan<byte> bytes = new byte[] { 1, 2, 3 };
        ReadOnlySpan<int> constants = [1, 2, 3];
        return span[0] + room[0] + bytes[0] + constants[0];
    }

    public int Params(int a) => Sum(a, 2) + SpanSum(a, 2); //! Array

    public object Lazy() => _lazy ??= new object();

    public object LazyStatic() => s_lazy ??= new object();

    public void LazyStatement()
    {
        _lazy ??= new List<int>();
    }

    public object Kept() => s_once ?? s_primes;

    public int Throws(int x)
    {
        if (x < 0)
            throw new ArgumentOutOfRangeException(nameof(x), $"{x} is negative");
        return x switch
        {
            0 => throw new InvalidOperationException("zero" + x),
            _ => x,
        };
    }

    public int Helper(object? x)
    {
        ArgumentNullException.ThrowIfNull(x);
        if (x is int n)
            Throw(new { n });
        return 1;
    }

    public int Caught(string text)
    {
        try
        {
            return int.Parse(text);
        }
        catch (FormatException e)
        {
            Console.WriteLine("bad: " + e.Message + text.Length);
            return new List<int>().Count;
        }
        finally
        {
            GC.KeepAlive(new object()); //! Object
        }
    }

    public T Make<T>() where T : struct => new T();

    public T MakeClass<T>() where T : class, new() => new T(); //! Object

    private static int Sum(params int[] values) => values.Length;

    private static int SpanSum(params ReadOnlySpan<int> values) => values.Length;

    private static void Throw(object what) => throw new InvalidOperationException(what.ToString());
}
