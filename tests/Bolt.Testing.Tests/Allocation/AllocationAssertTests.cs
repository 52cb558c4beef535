using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using Bolt.Sinks;
using Microsoft.Extensions.Logging;

namespace Bolt.Testing.Tests.Allocation;

/// <summary>Alone, so that each is over as soon as the compiler rests; what runs beside a measurement is in the tests themselves.</summary>
[Collection(nameof(Alone))]
public sealed class AllocationAssertTests
{
    private static readonly List<int> s_list = [1, 2, 3];
    private static volatile object? s_kept;
    private static volatile int s_number = 12345;
    private static volatile int s_last;

    [Fact]
    public void A_log_method_does_not_allocate()
    {
        using var factory = BoltLoggerFactory.Create(static options =>
        {
            options.Delivery = Delivery.Synchronous;
            options.Sinks.Add(new StreamSink(Stream.Null));
        });
        BoltLogger logger = factory.CreateLogger("x");

        AllocationAssert.Zero(() => Events.OrderPlaced(logger, 42, 59.9m));
        AllocationAssert.Zero(logger, static logger => Events.OrderPlaced(logger, 42, 59.9m));
    }

    [Fact]
    public void A_recorder_allocates_and_is_named()
    {
        using var recorder = new LogRecorder();
        BoltLogger logger = recorder.CreateLogger("x");
        Fails(() => Events.OrderPlaced(logger, 42, 59.9m), "Bolt.Testing.LogRecord, ");
    }

    [Fact]
    public void A_box_is_named() => Fails(static () => s_kept = s_number, "24 B per call", "): System.Int32 (boxed), 24 B.");

    [Fact]
    public void A_boxed_enum_of_a_nested_type_is_named() => Fails(static () => s_kept = (Weather)s_number, "AllocationAssertTests+Weather (boxed), 24 B.");

    [Fact]
    public void A_string_is_named() => Fails(static () => s_kept = s_number.ToString(CultureInfo.InvariantCulture), "): System.String, 32 B.");

    [Fact]
    public void A_closure_and_its_delegate_are_named() => Fails(static () => s_kept = Capture(s_number), "<>c__DisplayClass", " (closure), 24 B", "System.Func`1[System.Int32] (delegate), 64 B");

    [Fact]
    public void A_params_array_is_named() => Fails(static () => Params(1, 2), "): System.Int32[], 32 B.");

    [Fact]
    public void An_enumerator_is_named() => Fails(static () => Enumerate(s_list), "System.Collections.Generic.List`1+Enumerator[System.Int32] (boxed), 40 B.");

    [Fact]
    public void An_iterator_is_named() => Fails(static () => s_kept = Iterate(3), "<Iterate>d__", " (iterator or async method), 40 B.");

    [Fact]
    public void The_action_s_own_closure_does_not_count()
    {
        int sum = 0;
        int[] values = [1, 2, 3];
        AllocationAssert.Zero(() =>
        {
            foreach (int value in values)
                sum += value;
        });
        Assert.True(sum > 0);
    }

    [Fact]
    public void What_is_made_once_does_not_count()
    {
        object? cache = null;
        int calls = 0;
        AllocationAssert.Zero(() =>
        {
            // As a cache does, and not only within the first calls.
            if (++calls <= 500)
                s_kept = new object();
            cache ??= new byte[100_000];
        });
        Assert.InRange(calls, 1100, 1_100_000);
    }

    [Fact]
    public void One_allocation_in_a_thousand_calls_is_found_and_named()
    {
        int calls = 0;
        Fails(
            () =>
            {
                if (++calls % 1000 == 0)
                    s_kept = new Version();
            },
            "0.032 B per call", "(320 B in 10,000 calls): System.Version, 32 B.");
    }

    [Fact]
    public void A_slow_action_that_allocates_at_every_thousandth_call_is_found()
    {
        int calls = 0;
        Fails(
            () =>
            {
                // About a quarter of a millisecond: some two thousand calls in a round.
                long start = Stopwatch.GetTimestamp();
                while (Stopwatch.GetElapsedTime(start).TotalMilliseconds < 0.25)
                    Thread.SpinWait(10);

                if (++calls % 1000 == 0)
                    s_kept = new Version();
            },
            " B per call");
    }

    [Fact]
    public void A_growing_list_is_found()
    {
        List<int> list = [];
        Fails(() => list.Add(1), "B per call", "System.Int32[]");
    }

    [Fact]
    public void An_exception_of_the_action_comes_out()
    {
        int calls = 0;
        var failure = Assert.Throws<InvalidTimeZoneException>(() => AllocationAssert.Zero(() =>
        {
            if (++calls == 2000)
                throw new InvalidTimeZoneException("of the action");
        }));
        Assert.Equal(("of the action", 2000), (failure.Message, calls));
    }

    [Fact]
    public void A_bound_is_kept_or_not()
    {
        AllocationAssert.AtMost(24, static () => s_kept = s_number);
        LogAssertionException failure = Assert.Throws<LogAssertionException>(static () => AllocationAssert.AtMost(23, static () => s_kept = s_number));
        Assert.StartsWith("Expected at most 23 B per call, but 24 B per call were allocated on average", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_measured_is_refused()
    {
        Assert.Throws<ArgumentNullException>("action", static () => AllocationAssert.Zero(null!));
        Assert.Throws<ArgumentNullException>("action", static () => AllocationAssert.Zero(1, null!));
        Assert.Throws<ArgumentOutOfRangeException>("bytes", static () => AllocationAssert.AtMost(-1, static () => { }));
        ArgumentException failure = Assert.Throws<ArgumentException>("action", static () => AllocationAssert.Zero(static async () => await Task.Yield()));
        Assert.Contains("async void", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_build_without_optimisation_is_said_to_be_one()
    {
        var attribute = new CustomAttributeBuilder(typeof(DebuggableAttribute).GetConstructor([typeof(DebuggableAttribute.DebuggingModes)])!, [DebuggableAttribute.DebuggingModes.DisableOptimizations]);
        TypeBuilder type = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName("Slow.Tests"), AssemblyBuilderAccess.Run, [attribute]).DefineDynamicModule("Slow").DefineType("Code");
        FieldBuilder kept = type.DefineField("kept", typeof(object), FieldAttributes.Static);
        ILGenerator code = type.DefineMethod("Allocate", MethodAttributes.Public | MethodAttributes.Static).GetILGenerator();
        code.Emit(OpCodes.Newobj, typeof(object).GetConstructor([])!);
        code.Emit(OpCodes.Stsfld, kept);
        code.Emit(OpCodes.Ret);
        Fails(type.CreateType().GetMethod("Allocate")!.CreateDelegate<Action>(), "): System.Object, 24 B. Slow.Tests is not optimised (Debug), which may be the cause: measure in Release.");
    }

    [Fact]
    public void Other_threads_that_allocate_do_not_disturb_it()
    {
        using var end = new CancellationTokenSource();
        Thread[] others = [.. Enumerable.Range(0, 2).Select(_ => new Thread(() =>
        {
            while (!end.IsCancellationRequested)
                s_kept = new byte[1000];
        }))];
        Array.ForEach(others, static thread => thread.Start());
        try
        {
            AllocationAssert.Zero(static () => s_number++);
            Fails(static () => s_kept = s_number, "24 B per call", "): System.Int32 (boxed), 24 B.");
        }
        finally
        {
            end.Cancel();
            Array.ForEach(others, static thread => thread.Join());
        }
    }

    [Fact]
    public async Task Measurements_in_parallel_name_each_its_own()
    {
        await Task.WhenAll(
            OnThread(static () => Fails(static () => s_kept = s_number, "): System.Int32 (boxed), 24 B.")),
            OnThread(static () => Fails(static () => s_kept = new Version(), "): System.Version, 32 B.")),
            OnThread(static () => AllocationAssert.Zero(static () => s_number++)),
            OnThread(static () => Fails(static () => s_kept = new byte[8], "): System.Byte[], 32 B.")));

        static Task OnThread(Action test) => Task.Factory.StartNew(test, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    private static void Fails(Action action, params string[] parts)
    {
        string message = Assert.Throws<LogAssertionException>(() => AllocationAssert.Zero(action)).Message;
        Assert.StartsWith("Expected no allocation, but ", message, StringComparison.Ordinal);
        foreach (string part in parts)
            Assert.True(message.Contains(part, StringComparison.Ordinal), message);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Func<int> Capture(int number) => () => number;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Params(params int[] numbers) => s_kept = numbers;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Enumerate(IEnumerable<int> numbers)
    {
        IEnumerator<int> enumerator = numbers.GetEnumerator();
        s_kept = enumerator;
        while (enumerator.MoveNext())
            s_last = enumerator.Current;

        enumerator.Dispose();
    }

    private static IEnumerable<int> Iterate(int count)
    {
        for (int i = 0; i < count; i++)
            yield return i;
    }

    private enum Weather
    {
        Rain,
    }
}
