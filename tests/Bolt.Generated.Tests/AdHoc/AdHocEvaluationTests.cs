using System.Runtime.CompilerServices;

namespace Bolt.Generated.Tests;

/// <summary>What ad-hoc calls evaluate, and what becomes of them when that throws or logs.</summary>
public sealed class AdHocEvaluationTests
{
    private int _evaluated;

    [Fact]
    public void Nothing_is_evaluated_where_the_level_is_off()
    {
        using var recorder = new Recorder(minimumLevel: LogLevel.Warning);
        ILogger? none = null;
        recorder.Logger.Info($"{Evaluate()}");
        none.Error($"{Evaluate()}");
        new ForeignLogger { MinimumLevel = LogLevel.Error }.Warn($"{Evaluate()}");
        Assert.Equal(0, _evaluated);
        Assert.Empty(recorder.Records);

        recorder.Logger.Warn($"{Evaluate()}");
        Assert.Equal(1, _evaluated);
        Assert.Single(recorder.Records);
    }

    [Fact]
    public void A_hole_that_throws_leaves_nothing_behind()
    {
        using var recorder = new Recorder();
        int before = 1;
        for (int i = 0; i < 50; i++)
            Assert.Throws<InvalidOperationException>(() => recorder.Logger.Info($"{before} {Throw()}"));

        recorder.Logger.Info($"{before} after");
        Assert.Equal("""{"level":"info","before":1,"message":"1 after"}""", Assert.Single(recorder.Records));
    }

    [Fact]
    public void A_thread_forgets_what_was_abandoned()
    {
        using var recorder = new Recorder();
        var holes = new List<WeakReference>();
        for (int i = 0; i < 30; i++)
            Abandon(recorder.Logger, holes);

        Collect();

        // What a thread keeps is bounded, so most are gone.
        Assert.True(holes.Count(static hole => hole.IsAlive) <= 1, "A value of an abandoned call is still referred to.");
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        int x = 1;
        for (int i = 0; i < 100; i++)
            recorder.Logger.Trace($"{x}");

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - allocated, 0, 100_000);
    }

    [Fact]
    public void A_hole_may_log()
    {
        using var recorder = new Recorder();
        int depth = 3;
        recorder.Logger.Info($"{depth} then {Nested(recorder.Logger, depth)}");
        Assert.Equal(
            [
                """{"level":"info","left":0,"message":"0 left"}""",
                """{"level":"info","left":1,"LoggerLeft":"done 0","message":"1 left"}""",
            ],
            recorder.Records[..2].Select(static record => record.Replace("Nested", "LoggerLeft", StringComparison.Ordinal).Replace(" left, done 0", " left", StringComparison.Ordinal)));
        Assert.Equal("""{"level":"info","depth":3,"Nested":"done 3","message":"3 then done 3"}""", recorder.Records[^1]);
        Assert.Equal(5, recorder.Records.Length);
    }

    [Fact]
    public void A_values_own_text_may_log()
    {
        using var recorder = new Recorder();
        var talkative = new Talkative(recorder.Logger);
        int last = 2;
        recorder.Logger.Info($"{talkative} {last}");
        Assert.Equal(
            [
                """{"level":"info","inner":1,"message":"inner 1"}""",
                """{"level":"info","talkative":"text","last":2,"message":"text 2"}""",
            ],
            recorder.Records);
    }

    [Fact]
    public void A_factory_may_be_disposed_in_a_hole()
    {
        var recorder = new Recorder();
        BoltLogger logger = recorder.Logger;
        logger.Info($"first");
        logger.Info($"{Dispose(recorder)} is lost");
        logger.Info($"so is this");
    }

    [Fact]
    public void Two_factories_in_turns_keep_their_records_apart()
    {
        using var one = new Recorder();
        using var other = new Recorder();
        for (int i = 0; i < 3; i++)
        {
            one.Logger.Info($"one {i}");
            other.Logger.Info($"other {i} {Inner(one.Logger)}");
        }

        Assert.Equal(6, one.Records.Length);
        Assert.Equal("""{"level":"info","i":2,"Inner":4,"message":"other 2 4"}""", other.Records[^1]);
        Assert.Equal(3, other.Records.Length);
    }

    private static int Inner(ILogger logger)
    {
        logger.Info($"inner");
        return 4;
    }

    private static string Dispose(Recorder recorder)
    {
        recorder.Dispose();
        return "x";
    }

    private static string Nested(ILogger logger, int left)
    {
        if (left == 0)
            logger.Info($"{left} left");
        else
            logger.Info($"{left} left, {Nested(logger, left - 1)}");

        return "done " + left.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Abandon(ILogger logger, List<WeakReference> holes)
    {
        object held = new();
        holes.Add(new WeakReference(held));
        try
        {
            logger.Info($"{held} {Throw()}");
        }
        catch (InvalidOperationException)
        {
            // As a caller that goes on.
        }
    }

    private static void Collect()
    {
        for (int i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }

    private static int Throw() => throw new InvalidOperationException();

    private int Evaluate() => ++_evaluated;

    private sealed class Talkative(ILogger logger)
    {
        public override string ToString()
        {
            int inner = 1;
            logger.Info($"inner {inner}");
            return "text";
        }
    }
}
