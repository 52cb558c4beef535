using System;
using System.Collections.Generic;
using System.Linq;
using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using System.Threading.Tasks;
using Bolt;

namespace Cases;

public delegate int Twice(int x);

public class Functions
{
    private int _x;
    private Action? _changed;

    [ZeroAlloc]
    public Func<int, int> Static() => static x => x + 1;

    [ZeroAlloc]
    public Func<int, int> Captureless() => x => x + 1;

    [ZeroAlloc]
    public Func<int, int> Group() => Increment;

    [ZeroAlloc]
    public Twice NewGroup() => new Twice(Increment); //! Delegate

    [ZeroAlloc]
    public Func<int, int> This() => x => x + _x; //! Delegate

    [ZeroAlloc]
    public Func<int> InstanceGroup() => Instance; //! Delegate

    [ZeroAlloc]
    public int LocalFunction(int y)
    {
        return Add(1);
        int Add(int x) => x + y;
    }

    [ZeroAlloc]
    public object LocalFunctionAllocates(int y)
    {
        return Make();
        object Make() => y == 0 ? new object() : this; //! Object
    }

    [ZeroAlloc]
    public Func<object> LambdaAllocates() => static () => new object(); //! Object

    [ZeroAlloc]
    public int Run() => Apply(static x => Increment(x));

    public Func<object> NotInScope(int x) => () => x;

    public void MarkedLambda()
    {
        Func<int, object> f = [ZeroAlloc] static (x) => x; //! Box
        f(1);
    }

    [ZeroAlloc]
    public void Combine(Action more) => _changed += more; //! Delegate

    [ZeroAlloc]
    public Expression<Func<int, bool>> Tree() => x => x > 1; //! ExpressionTree

    [ZeroAlloc]
    public IEnumerable<int> Iterate() { yield return 1; } //! Iterator

    [ZeroAlloc]
    public async Task Wait() { await Task.Yield(); } //! Async

    [ZeroAlloc]
    public async ValueTask<int> WaitValue() { await Task.Yield(); return 1; } //! Async

    [ZeroAlloc]
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<int> Pooled() { await Task.Yield(); return 1; }

    [ZeroAlloc]
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<object> PooledAllocates()
    {
        await Task.Yield();
        return new object(); //! Object
    }

    [ZeroAlloc]
    public int Each(List<int> list, int[] array, Dictionary<int, int> map, ReadOnlySpan<int> span, string text)
    {
        var sum = 0;
        foreach (var x in list)
            sum += x;
        foreach (var x in array)
            sum += x;
        foreach (var x in map.Keys)
            sum += x;
        foreach (var x in span)
            sum += x;
        foreach (var x in text)
            sum += x;
        return sum;
    }

    [ZeroAlloc]
    public int EachInterface(IEnumerable<int> list)
    {
        var sum = 0;
        foreach (var x in list) //! Enumerator
            sum += x;
        return sum;
    }

    [ZeroAlloc]
    public int Linq(List<int> list) => list.Where(static x => x > 1).Count(); //! Linq

    [ZeroAlloc]
    public bool LinqOnList(List<int> list) => list.Any() && list.Contains(3);

    private static int Apply(Func<int, int> f) => f(1);

    private static int Increment(int x) => x + 1;

    private int Instance() => _x;
}
