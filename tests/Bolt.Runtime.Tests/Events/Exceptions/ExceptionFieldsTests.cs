using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace Bolt.Runtime.Tests;

/// <summary>The part <c>error_stack</c> has the bytes of <see cref="Exception.ToString"/>, whether its lines are in the cache or not.</summary>
public sealed class ExceptionFieldsTests
{
    public static TheoryData<string> Kinds => [.. ThrownExceptions.Makers.Keys];

    [Fact]
    public void This_runtime_has_the_members_that_are_read() => Assert.True(ExceptionMembers.AreKnown);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_stack_is_the_text_of_the_exception(string kind)
    {
        Exception exception = ThrownExceptions.Makers[kind]();
        for (int i = 0; i < 3; i++)
        {
            Same(exception);
            Same(ThrownExceptions.Makers[kind]());
        }
    }

    [Fact]
    public void The_stack_is_the_text_of_the_exception_on_many_threads_at_once()
    {
        var failures = new List<Exception>();
        var threads = new Thread[4];
        using var start = new Barrier(threads.Length);
        for (int t = 0; t < threads.Length; t++)
        {
            int seed = t;
            threads[t] = new Thread(() =>
            {
                try
                {
                    var random = new Random(seed);

                    // The exception of a static constructor is one object, which the runtime throws again: another thread would change it.
                    Func<Exception>[] makers = [.. ThrownExceptions.Makers
                        .Where(static maker => maker.Key != "static constructor" && !maker.Key.Contains("limit", StringComparison.Ordinal))
                        .Select(static maker => maker.Value)];
                    start.SignalAndWait();
                    for (int i = 0; i < 300; i++)
                        Same(makers[random.Next(makers.Length)]());
                }
                catch (Exception exception)
                {
                    lock (failures)
                        failures.Add(exception);
                }
            });
            threads[t].Start();
        }

        foreach (Thread thread in threads)
            thread.Join();

        Assert.Empty(failures);
    }

    [Fact]
    public void One_exception_is_thrown_and_logged_by_many_threads_at_once()
    {
        // What is written is some stack that it had; what is learnt meanwhile must not be wrong afterwards.
        var shared = new InvalidOperationException("shared");
        var threads = new Thread[4];
        for (int t = 0; t < threads.Length; t++)
        {
            threads[t] = new Thread(() =>
            {
                var values = new ValueBuffer();
                for (int i = 0; i < 300; i++)
                {
                    ThrownExceptions.Caught(() => throw shared);
                    ExceptionFields.Append(values, shared, RecordParts.ErrorStack);
                    values.Reset();
                }

                values.Free();
            });
            threads[t].Start();
        }

        foreach (Thread thread in threads)
            thread.Join();

        for (int i = 0; i < 3; i++)
            Same(ThrownExceptions.Caught(() => throw shared));
    }

    [Fact]
    public void The_second_time_only_the_frames_are_allocated()
    {
        Exception exception = ThrownExceptions.SixFrames();
        long whole = Least(() => GC.KeepAlive(exception.ToString()));
        long frames = Least(() => GC.KeepAlive(new System.Diagnostics.StackTrace(exception, false)));
        var values = new ValueBuffer();
        long bytes = Least(() =>
        {
            values.Reset();
            ExceptionFields.Append(values, exception, RecordParts.ErrorStack);
        });
        values.Free();
        Assert.Equal(frames, bytes);
        Assert.InRange(bytes, 1, 2_048);
        Assert.InRange(bytes, 1, whole / 2);
    }

    [Fact]
    public void The_lines_around_a_dynamic_method_are_kept()
    {
        Exception exception = ThrownExceptions.Makers["dynamic method"]();
        long whole = Least(() => GC.KeepAlive(exception.ToString()));
        var values = new ValueBuffer();
        long bytes = Least(() =>
        {
            values.Reset();
            ExceptionFields.Append(values, exception, RecordParts.ErrorStack);
        });
        values.Free();
        Assert.InRange(bytes, 1, whole - 1);
    }

    [Fact]
    public void An_exception_that_was_never_thrown_says_nothing_more()
    {
        Assert.Equal(",\"error\":\"m\"", Written(new InvalidOperationException("m")));
        Assert.Equal(",\"error\":\"own\"", Written(new NeverThrown()));
    }

    [Fact]
    public void A_long_name_of_the_type_hides_no_inner_exception() =>
        Assert.Contains("---> System.ArgumentException: i\\n", Written(new Generic<Dictionary<string, List<Guid>>>(new ArgumentException("i"))), StringComparison.Ordinal);

    private static readonly ThrowsIn s_throwsInMessage = new() { InMessage = true };
    private static readonly ThrowsIn s_throwsInText = new() { InText = true };

    [Fact]
    public void A_member_that_throws_makes_the_stack_null()
    {
        Assert.Equal(",\"error\":null,\"error_stack\":null", Written(s_throwsInMessage));
        Assert.Equal(",\"error\":\"m\",\"error_stack\":null", Written(s_throwsInText));
        Assert.Equal(",\"error\":\"outer\",\"error_stack\":null", Written(new InvalidOperationException("outer", s_throwsInMessage)));
        Assert.Equal(",\"error\":\"outer\",\"error_stack\":null", Written(new InvalidOperationException("outer", s_throwsInText)));
        Assert.Equal(",\"error\":\"outer\",\"error_stack\":null", Written(ThrownExceptions.Caught(() => throw new InvalidOperationException("outer", new ThrowsInMessage()))));
    }

    [Fact]
    public void A_load_context_whose_methods_are_in_a_stack_unloads()
    {
        WeakReference context = ThrowInContext();
        for (int i = 0; i < 100 && context.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(context.IsAlive);
    }

    [Fact]
    public void Nothing_is_learnt_while_the_runtime_reads_symbols()
    {
        using var directory = new TemporaryDirectory();
        string copy = directory.File("Bolt.Runtime.Tests.dll");
        File.Copy(typeof(ExceptionFieldsTests).Assembly.Location, copy);
        File.WriteAllText(directory.File("Bolt.Runtime.Tests.pdb"), "not symbols");
        Exception logged = ThrownExceptions.Caught(static () => throw new InvalidOperationException("at a place of its own"));
        int inside = 0;
        void OnThrown(object? sender, System.Runtime.ExceptionServices.FirstChanceExceptionEventArgs e)
        {
            if (inside == 0 && Environment.StackTrace.Contains("StackFrameHelper", StringComparison.Ordinal))
            {
                inside++;
                Same(logged);
            }
        }

        AppDomain.CurrentDomain.FirstChanceException += OnThrown;
        try
        {
            Same(ThrowIn(new AssemblyLoadContext("broken symbols").LoadFromAssemblyPath(copy)));
        }
        finally
        {
            AppDomain.CurrentDomain.FirstChanceException -= OnThrown;
        }

        Assert.Equal(1, inside);
        Same(logged);
        Assert.Contains(".cs:line ", Written(logged), StringComparison.Ordinal);
    }

    /// <summary>For the load context: throws there, or calls what throws elsewhere.</summary>
    internal static Exception Throw(Action? action) => ThrownExceptions.Caught(action is null ? () => ThrownExceptions.Second(1) : () => action());

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference ThrowInContext()
    {
        var context = new AssemblyLoadContext("plug-in", isCollectible: true);
        Assembly tests = context.LoadFromAssemblyPath(typeof(ExceptionFieldsTests).Assembly.Location);
        for (int i = 0; i < 3; i++)
        {
            Exception exception = ThrowIn(tests);
            Same(exception);

            // Here a frame outside of the context is looked for first, and learnt.
            Same(ThrowIn(tests, static () => ThrownExceptions.Second(3)));
            Same(new InvalidOperationException("outer", exception));
            Same(ThrownExceptions.Caught(() => throw exception));
        }

        context.Unload();
        return new WeakReference(context);
    }

    private static Exception ThrowIn(Assembly tests, Action? action = null) =>
        (Exception)tests.GetType(typeof(ExceptionFieldsTests).FullName!)!.GetMethod(nameof(Throw), BindingFlags.Static | BindingFlags.NonPublic)!.Invoke(null, [action])!;

    private static void Same(Exception exception)
    {
        List<LogErrorReason> expectedReports = [];
        var values = new ValueBuffer { Report = (reason, _, _) => expectedReports.Add(reason) };
        values.Literal(",\"error\":"u8);
        values.Value(exception.Message);
        string text = exception.ToString();
        string type = exception.GetType().FullName!;
        if (text.Length > type.Length + 2 + (exception.Message?.Length ?? 0))
        {
            values.Literal(",\"error_stack\":"u8);
            values.Value(text);
        }

        string expected = Guarded.Text(values);
        bool truncated = values.Truncated;
        values.Reset();
        List<LogErrorReason> reports = [];
        values.Report = (reason, _, _) => reports.Add(reason);
        ExceptionFields.Append(values, exception, RecordParts.ErrorStack);
        Assert.Equal(expected, Guarded.Text(values));
        Assert.Equal(truncated, values.Truncated);
        Assert.Equal(expectedReports, reports);
        values.Free();
    }

    private static string Written(Exception exception)
    {
        var values = new ValueBuffer();
        ExceptionFields.Append(values, exception, RecordParts.ErrorStack);
        string text = Guarded.Text(values);
        values.Free();
        return text;
    }

    /// <summary>The JIT, and a recompiled method's new lines, may allocate once.</summary>
    private static long Least(Action action)
    {
        long least = long.MaxValue;
        for (int i = 0; i < 50; i++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            action();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }

    private sealed class NeverThrown : Exception
    {
        public override string Message => "own";
    }

    private sealed class Generic<T>(Exception inner) : Exception("m", inner);

    private sealed class ThrowsInMessage : Exception
    {
        public override string Message => throw new InvalidOperationException("message");
    }

    private sealed class ThrowsIn : Exception
    {
        internal bool InMessage { get; init; }

        internal bool InText { get; init; }

        public override string Message => InMessage ? throw new InvalidOperationException("message") : "m";

        public override string ToString() => InText ? throw new InvalidOperationException("text") : base.ToString();
    }
}
