using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using Bolt.Sinks;

namespace Bolt.Runtime.Tests;

[Collection(nameof(ProcessWide))]
public sealed class FootprintTests
{
    [Fact]
    public void A_thousand_short_lived_threads_leave_nothing_behind()
    {
        var sink = new ListSink();
        using BoltLoggerFactory factory = BoltLoggerFactory.Create(options => options.Sinks.Add(sink));
        BoltLogger logger = factory.CreateLogger("threads");
        for (int i = 0; i < 1_000; i++)
        {
            int n = i;
            var thread = new Thread(() => TestEvent.Write(logger, 0, n));
            thread.Start();
            thread.Join();
        }

        factory.Flush();
        Wait.Until(() => factory.Pipeline.Lanes.Length == 0, "the lanes of dead threads are gone");
        Assert.Equal(1_000, sink.Count);
        Assert.Equal(1_000, factory.Pipeline.Gets);
        Assert.Equal(1_000, factory.Pipeline.Puts);
    }

    [Fact]
    public void A_thousand_factories_leave_no_thread_and_no_handler()
    {
        // The flusher of earlier tests may still be on its way out.
        Wait.Until(() => Flusher.LiveFactories.Count == 0, "no factory of another test is alive");
        int threads = FlusherThreads();
        for (int i = 0; i < 1_000; i++)
        {
            var sink = new ListSink();
            using (BoltLoggerFactory factory = BoltLoggerFactory.Create(options => options.Sinks.Add(sink)))
                TestEvent.Write(factory.CreateLogger("many"), 0, i);

            Assert.Equal(1, sink.Count);
        }

        Assert.Empty(Flusher.LiveFactories);
        Wait.Until(() => FlusherThreads() <= threads, "the flusher threads have ended");
    }

    [Fact]
    public void Disposed_factories_are_collected_though_their_thread_lives_on()
    {
        var references = new List<WeakReference>();
        for (int i = 0; i < 10; i++)
            references.Add(UseFactory());

        // The thread's table lets go of released lanes when it adds the next one.
        UseFactory();
        Wait.Until(
            () =>
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
                return references.Count(reference => reference.IsAlive) <= 1;
            },
            "the factories are collected");
    }

    [Fact]
    public void A_collectible_load_context_unloads()
    {
        WeakReference context = RunInContext();
        Wait.Until(
            () =>
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
                return !context.IsAlive;
            },
            "the load context is gone",
            seconds: 60);
    }

    [Fact]
    public void An_unreferenced_factory_still_delivers()
    {
        var sink = new ListSink();
        Abandon(sink);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        Wait.Until(() => sink.Count == 1, "the record of a factory that nobody holds");

        // No other test of this process runs meanwhile: whatever is alive is the one left behind.
        foreach (LogPipeline pipeline in Flusher.LiveFactories)
            pipeline.Close();
    }

    [Fact]
    public void Steady_state_allocates_nothing_on_the_logging_thread()
    {
        using BoltLoggerFactory factory = BoltLoggerFactory.Create(options => options.Sinks.Add(new StreamSink(Stream.Null)));
        BoltLogger logger = factory.CreateLogger("steady");
        for (int round = 0; round < 3; round++)
        {
            for (int n = 0; n < 200_000; n++)
                TestEvent.Write(logger, 0, n);
        }

        factory.Flush();
        long mine = GC.GetAllocatedBytesForCurrentThread();
        for (int n = 0; n < 200_000; n++)
            TestEvent.Write(logger, 0, n);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - mine);
    }

    private static int FlusherThreads()
    {
        int count = 0;
        foreach (string task in OperatingSystem.IsLinux() ? Directory.GetDirectories("/proc/self/task") : [])
        {
            try
            {
                count += File.ReadAllText(Path.Combine(task, "comm")).StartsWith("Bolt flusher", StringComparison.Ordinal) ? 1 : 0;
            }
            catch (IOException)
            {
                // This thread ended meanwhile.
            }
        }

        return count;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference UseFactory()
    {
        var sink = new ListSink();
        BoltLoggerFactory factory = BoltLoggerFactory.Create(options => options.Sinks.Add(sink));
        TestEvent.Write(factory.CreateLogger("one"), 0, 0);
        factory.Dispose();
        return new WeakReference(factory);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Abandon(LogSink sink)
    {
        BoltLoggerFactory factory = BoltLoggerFactory.Create(options => options.Sinks.Add(sink));
        TestEvent.Write(factory.CreateLogger("abandoned"), 0, 0);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference RunInContext()
    {
        var context = new AssemblyLoadContext("plug-in", isCollectible: true);
        Assembly bolt = context.LoadFromAssemblyPath(typeof(BoltLogger).Assembly.Location);
        Assembly tests = context.LoadFromAssemblyPath(typeof(FootprintTests).Assembly.Location);
        Assert.NotSame(typeof(BoltLogger).Assembly, bolt);
        tests.GetType(typeof(FootprintTests).FullName!)!
            .GetMethod(nameof(UseFactory), BindingFlags.Static | BindingFlags.NonPublic)!
            .Invoke(null, null);
        context.Unload();
        return new WeakReference(context);
    }
}
