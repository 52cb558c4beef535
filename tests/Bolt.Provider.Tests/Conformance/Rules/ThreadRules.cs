using Microsoft.Extensions.Logging;

namespace Bolt.Provider.Tests.Conformance.Rules;

/// <summary>Many threads at once.</summary>
internal static class ThreadRules
{
    private const int Threads = 8;

    [Rule("8 threads write 5,000 records each: none is lost, none is torn, and each thread's are in order.", Source.Abstractions)]
    public static void No_record_is_lost_or_torn(ConformanceSubject subject)
    {
        const int Each = 5_000;
        using var session = new Session(subject);
        Run(thread =>
        {
            for (int n = 0; n < Each; n++)
                session.Logger.LogInformation("{Thread} says {N} and {Text}", thread, n, "some text that makes lines longer");
        });
        IReadOnlyList<LogRecord> records = session.Records();
        Assert.Equal(Threads * Each, records.Count);
        int[] next = new int[Threads];
        foreach (LogRecord record in records)
        {
            int thread = record["Thread"].GetInt32();
            Assert.Equal(next[thread]++, record["N"].GetInt32());
            Assert.Equal("some text that makes lines longer", record["Text"].GetString());
        }
    }

    [Rule("Scopes and exceptions of threads that log at the same time do not mix.", Source.Guide)]
    public static void Scopes_of_threads_do_not_mix(ConformanceSubject subject)
    {
        const int Each = 200;
        using var session = new Session(subject);
        Run(thread =>
        {
            using (session.Logger.BeginScope(new Dictionary<string, object?> { ["Worker"] = thread }))
            {
                for (int n = 0; n < Each; n++)
                    session.Logger.LogError(new InvalidOperationException($"<thread {thread}>"), "{Thread}", thread);
            }
        });
        IReadOnlyList<LogRecord> records = session.Records();
        Assert.Equal(Threads * Each, records.Count);
        foreach (LogRecord record in records)
        {
            int thread = record["Thread"].GetInt32();
            Assert.Equal(thread, record["Worker"].GetInt32());
            Assert.Contains($"<thread {thread}>", record.Exception, StringComparison.Ordinal);
        }
    }

    [Rule("Loggers are created on several threads at once, for the same categories; each record is written once, under its own.", Source.Provider)]
    public static void Loggers_are_created_on_several_threads(ConformanceSubject subject)
    {
        const int Categories = 200;
        using var session = new Session(subject);
        Run(thread =>
        {
            for (int n = 0; n < Categories; n++)
                session.Factory.CreateLogger($"Category{n}").LogInformation("{N}", n);
        });
        IReadOnlyList<LogRecord> records = session.Records();
        Assert.Equal(Threads * Categories, records.Count);
        Assert.All(records, record => Assert.Equal($"Category{record["N"].GetInt32()}", record.Category));
    }

    [Rule("Disposal while threads log throws nothing into them, and leaves whole lines.", Source.User)]
    public static void Disposal_while_threads_log_leaves_whole_lines(ConformanceSubject subject)
    {
        using var session = new Session(subject);
        using var started = new CountdownEvent(Threads);
        var ended = new CancellationTokenSource();
        var work = Task.Run(() => Run(_ =>
        {
            session.Logger.LogInformation("first");
            started.Signal();
            while (!ended.IsCancellationRequested)
                session.Logger.LogInformation("more {A}", "text");
        }));
        started.Wait();
        session.Dispose();
        ended.Cancel();
        work.GetAwaiter().GetResult();
        Assert.Equal(Threads, session.Records().Count(record => record.Message == "first"));
    }

    [Rule("Filters that change while threads log throw nothing, lose no record that passes both before and after, and leave whole lines.", Source.Guide)]
    public static void Filters_may_change_while_threads_log(ConformanceSubject subject)
    {
        const int Each = 1_000;
        var filter = new FilterSwitch(subject.Alias);
        using var session = new Session(subject, filter.AddTo);
        Run(thread =>
        {
            for (int n = 0; n < Each; n++)
            {
                if (thread == 0 && n % 10 == 0)
                    filter.ChangeTo(n % 20 == 0 ? LogLevel.Error : LogLevel.Trace);

                session.Logger.LogError("always");
                session.Logger.LogInformation("sometimes");
            }
        });
        Assert.Equal(Threads * Each, session.Records().Count(record => record.Message == "always"));
    }

    /// <summary>Runs on threads of their own, begun together, and passes on what one of them throws.</summary>
    private static void Run(Action<int> work)
    {
        using var begin = new Barrier(Threads);
        Task[] tasks = new Task[Threads];
        for (int i = 0; i < Threads; i++)
        {
            int thread = i;
            tasks[i] = Task.Factory.StartNew(
                () =>
                {
                    begin.SignalAndWait();
                    work(thread);
                },
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default);
        }

        Task.WaitAll(tasks);
    }
}
