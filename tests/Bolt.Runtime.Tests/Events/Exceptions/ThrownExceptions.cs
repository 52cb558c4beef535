using System.Collections;
using System.Diagnostics;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace Bolt.Runtime.Tests;

/// <summary>Exceptions of every kind whose text differs in kind, each thrown anew.</summary>
internal static class ThrownExceptions
{
    private static readonly Action s_dynamicMethod = DynamicMethod(owner: null);
    private static readonly Action s_dynamicMethodOfType = DynamicMethod(typeof(ThrownExceptions));

    internal static readonly Dictionary<string, Func<Exception>> Makers = new()
    {
        ["thrown"] = static () => Caught(static () => throw new InvalidOperationException("why")),
        ["thrown through six frames"] = SixFrames,
        ["no message"] = static () => Caught(static () => throw new InvalidOperationException("")),
        ["default message"] = static () => Caught(static () => throw new Marked()),
        ["message of many lines and signs"] = static () => Caught(static () => throw new InvalidOperationException("a \"b\"\r\n\tc\u0001 é日😀\uD83D")),
        ["argument"] = static () => Caught(static () => throw new ArgumentOutOfRangeException("parameter", 3, "too large")),
        ["inner, never thrown"] = static () => Caught(static () => throw new InvalidOperationException("outer", new ArgumentException("inner"))),
        ["inner, thrown"] = static () => Caught(static () => Wrap(SixFrames())),
        ["outer never thrown, inner thrown"] = static () => new InvalidOperationException("outer", SixFrames()),
        ["neither thrown"] = static () => new InvalidOperationException("outer", new ArgumentException("inner")),
        ["inner of many levels"] = static () => Enumerable.Range(0, 12).Aggregate(SixFrames(), static (inner, i) => Caught(() => throw new InvalidOperationException($"level {i}", inner))),
        ["aggregate"] = static () => Caught(static () => throw new AggregateException("several", SixFrames(), new ArgumentException("second"))),
        ["aggregate of a task"] = static () => Caught(static () => Task.Run(static () => Second(1)).Wait()),
        ["aggregate inside"] = static () => Caught(static () => Wrap(new AggregateException(SixFrames(), new Marked()))),
        ["rethrown"] = Rethrown,
        ["thrown again"] = ThrownAgain,
        ["dispatched"] = static () => Caught(static () => ExceptionDispatchInfo.Capture(SixFrames()).Throw()),
        ["dispatched twice"] = static () => Caught(static () => ExceptionDispatchInfo.Capture(Caught(static () => ExceptionDispatchInfo.Capture(SixFrames()).Throw())).Throw()),
        ["dispatched, never thrown"] = static () => Caught(static () => ExceptionDispatchInfo.Capture(new Marked()).Throw()),
        ["dispatched from where it was caught"] = static () => Caught(static () => DispatchOrNot(dispatch: true)),
        ["not dispatched from where it could be caught"] = static () => Caught(static () => DispatchOrNot(dispatch: false)),
        ["one place of a method"] = static () => Caught(static () => TwoPlaces(1)),
        ["another place of a method"] = static () => Caught(static () => TwoPlaces(2)),
        ["remote stack"] = static () => WithRemoteStack(),
        ["remote stack, then thrown"] = static () => Caught(static () => throw WithRemoteStack()),
        ["current stack"] = static () => ExceptionDispatchInfo.SetCurrentStackTrace(new Marked()),
        ["current stack, then thrown"] = static () => Caught(static () => throw ExceptionDispatchInfo.SetCurrentStackTrace(new Marked())),
        ["async"] = static () => Caught(static () => Async(3).GetAwaiter().GetResult()),
        ["async, really waiting"] = static () => Caught(static () => AsyncAfterYield(3).GetAwaiter().GetResult()),
        ["async, generic"] = static () => Caught(static () => AsyncGeneric("x").AsTask().GetAwaiter().GetResult()),
        ["async lambda"] = static () => Caught(static () => ((Func<Task>)(static async () => { await Task.Yield(); Second(1); }))().GetAwaiter().GetResult()),
        ["async stream"] = static () => Caught(static () => FromStream().GetAwaiter().GetResult()),
        ["iterator"] = static () => Caught(static () => Iterator(3).Sum()),
        ["iterator, not generic"] = static () => Caught(static () => { foreach (object _ in Untyped()) { } }),
        ["query"] = static () => Caught(static () => Enumerable.Range(0, 3).Select(static i => 10 / i).ToArray()),
        ["capturing lambda"] = static () => Capturing(5),
        ["local function"] = LocalFunction,
        ["generic method"] = static () => Caught(static () => Generic<string, int>("x", 1)),
        ["generic type"] = static () => Caught(static () => new Box<Dictionary<string, int>>.Inner<int>().Throw(out _, [], null)),
        ["generic type over a value type"] = static () => Caught(static () => new Box<Guid>.Inner<int>().Throw(out _, [], null)),
        ["constructor"] = static () => Caught(static () => _ = new ThrowsInConstructor(1)),
        ["static constructor"] = static () => Caught(static () => RuntimeHelpers.RunClassConstructor(typeof(ThrowsWhenInitialised).TypeHandle)),
        ["property, indexer, operator"] = static () => Caught(static () => _ = new Members()[3]),
        ["explicit interface"] = static () => Caught(static () => ((IDisposable)new Members()).Dispose()),
        ["reflection"] = static () => Caught(static () => typeof(ThrownExceptions).GetMethod(nameof(Second), BindingFlags.Static | BindingFlags.NonPublic)!.Invoke(null, [1])),
        ["types that do not load"] = static () => Caught(static () => throw new ReflectionTypeLoadException([null], [new TypeLoadException("t"), null], "m")),
        ["file not found"] = static () => Caught(static () => File.ReadAllText("/nowhere/at all")),
        ["assembly not found"] = static () => Caught(static () => Assembly.Load("No.Such.Assembly, Version=1.0.0.0")),
        ["bad image"] = static () => Caught(static () => Assembly.Load([1, 2, 3, 4])),
        ["of the runtime: null"] = static () => Caught(static () => ((object)null!).GetHashCode()),
        ["of the runtime: division"] = static () => Caught(static () => Second(1 / Zero)),
        ["of the runtime: cast"] = static () => Caught(static () => _ = (string)(object)Zero),
        ["of native code"] = static () => Caught(static () => throw new System.ComponentModel.Win32Exception(2)),
        ["of native code, zero"] = static () => Caught(static () => throw new System.ComponentModel.Win32Exception(0)),
        ["of native code, inside"] = static () => Caught(static () => Wrap(new System.Net.Sockets.SocketException(10061))),
        ["hidden method"] = static () => Caught(static () => Hidden()),
        ["hidden method first and last"] = HiddenLast,
        ["hidden method that may be last: is"] = static () => HiddenMayBeLast(catches: true),
        ["hidden method that may be last: is not"] = static () => Caught(static () => HiddenMayBeLast(catches: false)),
        ["inlined method"] = static () => Caught(static () => Inlined()),
        ["dynamic method"] = static () => Caught(s_dynamicMethod),
        ["dynamic method of a type"] = static () => Caught(s_dynamicMethodOfType),
        ["dynamic method last"] = DynamicMethodLast,
        ["dynamic assembly"] = static () => Caught(DynamicAssembly(AssemblyBuilderAccess.Run)),
        ["dynamic assembly, collectible"] = static () => Caught(DynamicAssembly(AssemblyBuilderAccess.RunAndCollect)),
        ["compiled expression"] = static () => Caught(System.Linq.Expressions.Expression.Lambda<Action>(System.Linq.Expressions.Expression.Call(typeof(ThrownExceptions), nameof(Second), null, System.Linq.Expressions.Expression.Constant(1))).Compile()),
        ["own stack"] = static () => Caught(static () => throw new OwnStack()),
        ["no own stack"] = static () => Caught(static () => throw new NoStack()),
        ["own text"] = static () => Caught(static () => throw new OwnText()),
        ["own text, more"] = static () => Caught(static () => throw new MoreText()),
        ["own message"] = static () => Caught(static () => throw new OwnMessage("a")),
        ["null message"] = static () => Caught(static () => throw new OwnMessage(null)),
        ["own text inside"] = static () => Caught(static () => Wrap(Caught(static () => throw new OwnText()))),
        ["own text of nothing inside"] = static () => Caught(static () => Wrap(new NullText())),
        ["own stack inside"] = static () => Caught(static () => Wrap(Caught(static () => throw new OwnStack()))),
        ["own members that hide"] = static () => Caught(static () => throw new Hiding()),
        ["generic exception"] = static () => Caught(static () => throw new Of<List<int>>()),
        ["generic exception, never thrown, inside"] = static () => new InvalidOperationException("outer", new Of<Guid>()),
        ["names beyond ASCII"] = static () => Caught(static () => Größe.Überläuft("日")),
        ["recursion"] = static () => Caught(static () => Recursion(40)),
        ["recursion beyond the limit"] = static () => Caught(static () => Recursion(1_000)),
        ["message beyond the limit"] = static () => Caught(static () => throw new InvalidOperationException(new string('é', 40_000))),
        ["message just below the limit"] = static () => Caught(static () => throw new InvalidOperationException(new string('é', 32_700))),
        ["on another thread"] = OnAnotherThread,
    };

    private static int Zero { [MethodImpl(MethodImplOptions.NoInlining)] get; }

    internal static Exception SixFrames() => Caught(static () => First(1));

    internal static Exception Caught(Action action)
    {
        try
        {
            action();
        }
        catch (Exception exception)
        {
            return exception;
        }

        throw new InvalidOperationException("Nothing was thrown.");
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void First(int n) => Second(n);

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void Second(int n) => Third(n, "x");

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Third(int n, string text)
    {
        if (n > 0)
            throw new InvalidOperationException($"third {n} {text}");
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Wrap(Exception inner) => throw new InvalidOperationException("outer", inner);

    private static Exception Rethrown()
    {
        try
        {
            try
            {
                First(2);
            }
            catch (InvalidOperationException)
            {
                throw;
            }
        }
        catch (InvalidOperationException exception)
        {
            return exception;
        }

        throw new UnreachableException();
    }

    private static Exception ThrownAgain()
    {
        Exception first = SixFrames();
        return Caught(() => throw first);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void DispatchOrNot(bool dispatch)
    {
        try
        {
            Second(1);
        }
        catch (InvalidOperationException exception) when (dispatch)
        {
            ExceptionDispatchInfo.Capture(exception).Throw();
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void TwoPlaces(int n)
    {
        if (n == 1)
            Second(n);

        Second(n);
    }

    private static Exception WithRemoteStack() => ExceptionDispatchInfo.SetRemoteStackTrace(new Marked(), "   at Elsewhere.Over(There)\n   at \"é\"");

    private static async Task<int> Async(int n)
    {
        if (n > 0)
            return await Async(n - 1);

        Second(1);
        return 0;
    }

    private static async Task<int> AsyncAfterYield(int n)
    {
        await Task.Yield();
        if (n > 0)
            return await AsyncAfterYield(n - 1).ConfigureAwait(false);

        Second(1);
        return 0;
    }

    private static async ValueTask<T> AsyncGeneric<T>(T value)
    {
        await Task.Yield();
        Second(1);
        return value;
    }

    private static async Task FromStream()
    {
        await foreach (int _ in Stream())
        {
        }

        static async IAsyncEnumerable<int> Stream()
        {
            yield return 1;
            await Task.Yield();
            Second(1);
        }
    }

    private static IEnumerable<int> Iterator(int n)
    {
        yield return n;
        Second(n);
    }

    private static IEnumerable Untyped()
    {
        yield return 1;
        Second(1);
    }

    private static Exception Capturing(int n) => Caught(() => Second(n));

    private static Exception LocalFunction()
    {
        int n = 4;
        return Caught(Local);

        void Local() => Second(n);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static TResult Generic<TValue, TResult>(TValue value, in TResult other)
    {
        Second(1);
        return other;
    }

    [StackTraceHidden]
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Hidden() => HiddenType.Throw();

    [StackTraceHidden]
    private static Exception HiddenLast()
    {
        try
        {
            Hidden();
        }
        catch (InvalidOperationException exception)
        {
            return exception;
        }

        throw new UnreachableException();
    }

    [StackTraceHidden]
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Exception HiddenMayBeLast(bool catches)
    {
        try
        {
            Second(1);
        }
        catch (InvalidOperationException exception) when (catches)
        {
            return exception;
        }

        throw new UnreachableException();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Inlined() => Second(1);

    private static Action DynamicMethod(Type? owner)
    {
        DynamicMethod method = owner is null ? new("Made", null, []) : new("Made of a type", null, [], owner, skipVisibility: true);
        EmitThrow(method.GetILGenerator());
        return method.CreateDelegate<Action>();
    }

    private static Exception DynamicMethodLast()
    {
        var method = new DynamicMethod("Catches", typeof(Exception), []);
        ILGenerator il = method.GetILGenerator();
        LocalBuilder caught = il.DeclareLocal(typeof(Exception));
        il.BeginExceptionBlock();
        il.Emit(OpCodes.Call, typeof(ThrowsForAll).GetMethod(nameof(ThrowsForAll.Throw))!);
        il.BeginCatchBlock(typeof(Exception));
        il.Emit(OpCodes.Stloc, caught);
        il.EndExceptionBlock();
        il.Emit(OpCodes.Ldloc, caught);
        il.Emit(OpCodes.Ret);
        return method.CreateDelegate<Func<Exception>>()();
    }

    private static Action DynamicAssembly(AssemblyBuilderAccess access)
    {
        TypeBuilder type = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName("Dynamic"), access).DefineDynamicModule("Dynamic").DefineType("Made.Type", TypeAttributes.Public);
        EmitThrow(type.DefineMethod("Throw", MethodAttributes.Public | MethodAttributes.Static).GetILGenerator());
        return type.CreateType().GetMethod("Throw")!.CreateDelegate<Action>();
    }

    private static void EmitThrow(ILGenerator il)
    {
        il.Emit(OpCodes.Call, typeof(ThrowsForAll).GetMethod(nameof(ThrowsForAll.Throw))!);
        il.Emit(OpCodes.Ret);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Recursion(int n)
    {
        if (n == 0)
            Second(1);

        return Recursion(n - 1) + 1;
    }

    private static Exception OnAnotherThread()
    {
        Exception? exception = null;
        var thread = new Thread(() => exception = SixFrames());
        thread.Start();
        thread.Join();
        return exception!;
    }

    public static class ThrowsForAll
    {
        [MethodImpl(MethodImplOptions.NoInlining)]
        public static void Throw() => Second(7);
    }

    [StackTraceHidden]
    private static class HiddenType
    {
        [MethodImpl(MethodImplOptions.NoInlining)]
        internal static void Throw() => Second(1);
    }

    private sealed class Box<T>
    {
        internal sealed class Inner<TOther>
            where TOther : struct
        {
            [MethodImpl(MethodImplOptions.NoInlining)]
            internal void Throw(out T? value, T[] values, TOther? other)
            {
                value = default;
                Second(1);
            }
        }
    }

    private sealed class ThrowsInConstructor
    {
        internal ThrowsInConstructor(int n) => Second(n);
    }

    private static class ThrowsWhenInitialised
    {
        static ThrowsWhenInitialised() => Second(1);
    }

    private sealed class Members : IDisposable
    {
        internal int this[int n] => (new Members() + n).Value;

        private int Value
        {
            [MethodImpl(MethodImplOptions.NoInlining)]
            get
            {
                Second(1);
                return 1;
            }
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        public static Members operator +(Members left, int right) => left.Value == right ? left : left;

        void IDisposable.Dispose() => Second(1);
    }

    private static class Größe
    {
        [MethodImpl(MethodImplOptions.NoInlining)]
        internal static void Überläuft(string größe) => throw new OwnMessage(größe);
    }

    private sealed class Marked : Exception;

    private sealed class OwnStack : Exception
    {
        public override string? StackTrace => "of my own\n" + base.StackTrace;
    }

    private sealed class NoStack : Exception
    {
        public override string? StackTrace => null;
    }

    private sealed class OwnText : Exception
    {
        public override string ToString() => "a text of my own, long enough to be more than the type and the message, which are said already";
    }

    private sealed class MoreText : Exception
    {
        public override string ToString() => base.ToString() + "\nmore";
    }

    private sealed class NullText : Exception
    {
        public override string ToString() => null!;
    }

    private sealed class OwnMessage(string? message) : Exception
    {
        public override string Message => message!;
    }

    private sealed class Hiding : Exception
    {
        public new string Message => "hides";

        public new string StackTrace => "hides";

        public new string ToString() => "hides";
    }

    private sealed class Of<T> : Exception;
}
