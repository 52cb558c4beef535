using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Bolt.Provider.Tests.Conformance.Rules;

/// <summary>Scopes.</summary>
internal static class ScopeRules
{
    [Rule("The values of a scope with a template are in the records inside it.", Source.Guide)]
    public static void Values_of_a_template_scope_are_fields(ConformanceSubject subject) =>
        Assert.Equal(5, Inside(subject, logger => logger.BeginScope("order {OrderId}", 5))["OrderId"].GetInt32());

    [Rule("A scope that is a text is in the records inside it.", Source.Guide)]
    public static void A_text_scope_is_in_the_record(ConformanceSubject subject) =>
        Assert.Equal(["nightly run"], Inside(subject, logger => logger.BeginScope<string>("nightly run")).Scopes);

    [Rule("The entries of a dictionary scope are fields, with their types.", Source.Guide)]
    public static void A_dictionary_scope_is_fields(ConformanceSubject subject)
    {
        LogRecord record = Inside(subject, logger => logger.BeginScope(new Dictionary<string, object?> { ["Tenant"] = "acme", ["Attempt"] = 3 }));
        Assert.Equal("acme", record["Tenant"].GetString());
        Assert.Equal(3, record["Attempt"].GetInt32());
    }

    [Rule("The pairs of a list scope are fields, with their types.", Source.Guide)]
    public static void A_list_scope_is_fields(ConformanceSubject subject)
    {
        LogRecord record = Inside(subject, logger => logger.BeginScope(new List<KeyValuePair<string, object?>> { new("Tenant", "acme"), new("Attempt", 3) }));
        Assert.Equal("acme", record["Tenant"].GetString());
        Assert.Equal(3, record["Attempt"].GetInt32());
    }

    [Rule("A scope of a type of its own is its `ToString`.", Source.Abstractions)]
    public static void An_object_scope_is_its_text(ConformanceSubject subject) =>
        Assert.Contains("Connection { Id = 5 }", Inside(subject, logger => logger.BeginScope(new Connection(5))).Scopes);

    [Rule("Records inside nested scopes have the values of all of them.", Source.Guide)]
    public static void Nested_scopes_add_up(ConformanceSubject subject)
    {
        LogRecord record = Session.Record(subject, logger =>
        {
            using (logger.BeginScope(new Dictionary<string, object?> { ["A"] = 1 }))
            using (logger.BeginScope("b {B}", 2))
            using (logger.BeginScope<string>("text"))
                logger.LogInformation("{C}", 3);
        });
        Assert.Equal(1, record["A"].GetInt32());
        Assert.Equal(2, record["B"].GetInt32());
        Assert.Equal(3, record["C"].GetInt32());
        Assert.Contains("text", record.Scopes);
    }

    [Rule("Fifty nested scopes are fifty.", Source.User)]
    public static void Scopes_may_nest_deep(ConformanceSubject subject)
    {
        LogRecord record = Session.Record(subject, logger => LogInside(logger, 50));
        for (int depth = 1; depth <= 50; depth++)
            Assert.Equal(depth, record[$"Depth{depth}"].GetInt32());
    }

    [Rule("Text scopes are in order, the outermost first.", Source.Guide)]
    public static void Text_scopes_keep_their_order(ConformanceSubject subject)
    {
        LogRecord record = Session.Record(subject, logger =>
        {
            using (logger.BeginScope<string>("outer"))
            using (logger.BeginScope<string>("inner"))
                logger.LogInformation("x");
        });
        Assert.Equal(["outer", "inner"], record.Scopes);
    }

    [Rule("Of two scopes with the same key the inner one's value is what a reader finds, and no object has the key twice.", Source.Json)]
    public static void The_inner_scope_wins(ConformanceSubject subject)
    {
        LogRecord record = Session.Record(subject, logger =>
        {
            using (logger.BeginScope(new Dictionary<string, object?> { ["K"] = "outer" }))
            using (logger.BeginScope(new Dictionary<string, object?> { ["K"] = "inner" }))
                logger.LogInformation("x");
        });
        record.MustHaveEachKeyOnce();
        Assert.Equal("inner", record["K"].GetString());
    }

    [Rule("A call's own value wins over a scope's, and no object has the key twice.", Source.Json)]
    public static void The_call_wins(ConformanceSubject subject)
    {
        LogRecord record = Session.Record(subject, logger =>
        {
            using (logger.BeginScope(new Dictionary<string, object?> { ["K"] = "scope" }))
                logger.LogInformation("{K}", "call");
        });
        record.MustHaveEachKeyOnce();
        Assert.Equal("call", record["K"].GetString());
    }

    [Rule("A key given twice in one scope is once in its object.", Source.Json)]
    public static void A_key_twice_in_one_scope_is_once(ConformanceSubject subject)
    {
        LogRecord record = Inside(subject, logger => logger.BeginScope("{A} {A}", 1, 2));
        record.MustHaveEachKeyOnce();
        Assert.InRange(record["A"].GetInt32(), 1, 2);
    }

    [Rule("A disposed scope is in no further record; the outer one still is.", Source.Guide)]
    public static void A_disposed_scope_is_over(ConformanceSubject subject)
    {
        IReadOnlyList<LogRecord> records = Session.Records(subject, logger =>
        {
            using (logger.BeginScope(new Dictionary<string, object?> { ["A"] = 1 }))
            {
                using (logger.BeginScope(new Dictionary<string, object?> { ["B"] = 2 }))
                    logger.LogInformation("in");

                logger.LogInformation("between");
            }

            logger.LogInformation("out");
        });
        Assert.Equal(2, records[0]["B"].GetInt32());
        Assert.Null(records[1].Find("B"));
        Assert.Equal(1, records[1]["A"].GetInt32());
        Assert.Null(records[2].Find("A"));
    }

    [Rule("Scopes disposed in the wrong order, or twice, throw nothing, and logging goes on.", Source.User)]
    public static void Scopes_may_be_disposed_in_any_order(ConformanceSubject subject)
    {
        LogRecord record = Session.Record(subject, logger =>
        {
            IDisposable? outer = logger.BeginScope(new Dictionary<string, object?> { ["A"] = 1 });
            IDisposable? inner = logger.BeginScope(new Dictionary<string, object?> { ["B"] = 2 });
            Calls.MustNotThrow(() =>
            {
                outer?.Dispose();
                inner?.Dispose();
                inner?.Dispose();
                outer?.Dispose();
            });
            logger.LogInformation("after");
        });
        Assert.Equal("after", record.Message);
        Assert.Null(record.Find("B"));
    }

    [Rule("A scope of null throws nothing, and the records inside it are written, with the other scopes.", Source.User)]
    public static void A_scope_may_be_null(ConformanceSubject subject)
    {
        LogRecord record = Session.Record(subject, logger =>
        {
            using (logger.BeginScope(new Dictionary<string, object?> { ["A"] = 1 }))
            {
                Calls.MustNotThrow(() =>
                {
                    using (logger.BeginScope<object>(null!))
                        logger.LogInformation("inside null");
                });
            }
        });
        Assert.Equal("inside null", record.Message);
        Assert.Equal(1, record["A"].GetInt32());
    }

    [Rule("A null among a scope's values is `null`; a key of null or of no characters costs no other field, and nothing is thrown.", Source.User)]
    public static void Pairs_of_a_scope_may_hold_null(ConformanceSubject subject)
    {
        foreach (string? name in (string?[])["", null])
        {
            LogRecord record = Session.Record(subject, logger =>
            {
                using (logger.BeginScope(new List<KeyValuePair<string, object?>> { new("A", null), new(name!, 1), new("B", 2) }))
                    Calls.MustNotThrow(() => logger.LogInformation("x {C}", 3));
            });
            Assert.Equal(System.Text.Json.JsonValueKind.Null, record["A"].ValueKind);
            Assert.Equal(2, record["B"].GetInt32());
            Assert.Equal(3, record["C"].GetInt32());
        }
    }

    [Rule("A scope that throws while it is read does not throw into the caller of a log call, and the record is written with its own fields.", Source.User)]
    public static void A_scope_that_throws_does_no_harm(ConformanceSubject subject)
    {
        LogRecord record = Session.Record(subject, logger =>
        {
            using (logger.BeginScope(new Throwing()))
                Calls.MustNotThrow(() => logger.LogInformation("x {A}", 1));
        });
        Assert.Equal(1, record["A"].GetInt32());
    }

    [Rule("A scope goes with its asynchronous flow: it is there after an await and in tasks begun inside.", Source.Guide)]
    public static void A_scope_follows_the_flow(ConformanceSubject subject)
    {
        IReadOnlyList<LogRecord> records = Session.Records(subject, logger => LogAcrossAwaits(logger).GetAwaiter().GetResult());
        Assert.Equal(3, records.Count);
        Assert.All(records, record => Assert.Equal(1, record["Flow"].GetInt32()));
    }

    [Rule("A scope does not leak into a flow beside it, nor out of an async method into its caller.", Source.Guide)]
    public static void A_scope_stays_in_its_flow(ConformanceSubject subject)
    {
        IReadOnlyList<LogRecord> records = Session.Records(subject, logger => LogInTwoFlows(logger).GetAwaiter().GetResult());
        Assert.Equal(5, records.Count);
        foreach (LogRecord record in records)
        {
            if (record.Message == "caller")
                Assert.Null(record.Find("Flow"));
            else
                Assert.Equal(record["Mine"].GetInt32(), record["Flow"].GetInt32());
        }
    }

    [Rule("The factory's scopes are shared: a scope begun on one logger is in the records of another.", Source.Provider)]
    public static void A_scope_is_for_all_loggers(ConformanceSubject subject)
    {
        using var session = new Session(subject);
        using (session.Factory.CreateLogger("First").BeginScope(new Dictionary<string, object?> { ["A"] = 1 }))
            session.Factory.CreateLogger("Second").LogInformation("x");

        Assert.Equal(1, session.Record()["A"].GetInt32());
    }

    [Rule("With another provider in the factory each sees a scope once, through the shared `IExternalScopeProvider`.", Source.Provider)]
    public static void A_scope_is_shared_with_other_providers(ConformanceSubject subject)
    {
        var other = new ScopeProbe();
        using var session = new Session(subject, builder => builder.AddProvider(other));
        using (session.Logger.BeginScope<string>("shared"))
            session.Logger.LogInformation("x");

        LogRecord record = session.Record();
        Assert.Equal(["shared"], record.Scopes);
        Assert.Equal(["shared"], other.Seen);
    }

    [Rule("With `ActivityTrackingOptions`, the ids of the current activity are in the record.", Source.Guide)]
    public static void Activities_are_tracked(ConformanceSubject subject)
    {
        using var session = new Session(subject, builder => builder.Configure(options =>
            options.ActivityTrackingOptions = ActivityTrackingOptions.TraceId | ActivityTrackingOptions.SpanId | ActivityTrackingOptions.ParentId));
        using var activity = new Activity("work");
        activity.SetParentId("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        activity.Start();
        session.Logger.LogInformation("x {A}", 1);
        string span = activity.SpanId.ToHexString();
        activity.Stop();
        LogRecord record = session.Record();
        Assert.Contains("0af7651916cd43dd8448eb211c80319c", record.Line, StringComparison.Ordinal);
        Assert.Contains(span, record.Line, StringComparison.Ordinal);
        Assert.Equal(1, record["A"].GetInt32());
        record.MustHaveEachKeyOnce();
    }

    [Rule("With `ActivityTrackingOptions.Tags` and `Baggage`, the tags and the baggage of the current activity are in the record.", Source.Guide)]
    public static void Tags_and_baggage_are_tracked(ConformanceSubject subject)
    {
        using var session = new Session(subject, builder => builder.Configure(options =>
            options.ActivityTrackingOptions = ActivityTrackingOptions.Tags | ActivityTrackingOptions.Baggage));
        using var activity = new Activity("work");
        activity.Start().AddTag("shop", "ulm-7").AddBaggage("tenant", "acme-9");
        session.Logger.LogInformation("x");
        activity.Stop();
        LogRecord record = session.Record();
        Assert.Contains("ulm-7", record.Line, StringComparison.Ordinal);
        Assert.Contains("acme-9", record.Line, StringComparison.Ordinal);
    }

    private static LogRecord Inside(ConformanceSubject subject, Func<ILogger, IDisposable?> begin) => Session.Record(subject, logger =>
    {
        using (begin(logger))
            logger.LogInformation("inside");
    });

    private static void LogInside(ILogger logger, int depth)
    {
        if (depth == 0)
        {
            logger.LogInformation("deep");
            return;
        }

        using (logger.BeginScope(new Dictionary<string, object?> { [$"Depth{depth}"] = depth }))
            LogInside(logger, depth - 1);
    }

    private static async Task LogAcrossAwaits(ILogger logger)
    {
        using (logger.BeginScope(new Dictionary<string, object?> { ["Flow"] = 1 }))
        {
            logger.LogInformation("before");
            await Task.Yield();
            logger.LogInformation("after");
            await Task.Run(() => logger.LogInformation("task"));
        }
    }

    private static async Task LogInTwoFlows(ILogger logger)
    {
        var bothInside = new Barrier(2);
        await Task.WhenAll(Task.Run(() => Flow(1)), Task.Run(() => Flow(2)));
        logger.LogInformation("caller");

        async Task Flow(int mine)
        {
            await Task.Yield();
            using (logger.BeginScope(new Dictionary<string, object?> { ["Flow"] = mine }))
            {
                bothInside.SignalAndWait();
                logger.LogInformation("first {Mine}", mine);
                await Task.Yield();
                logger.LogInformation("second {Mine}", mine);
            }
        }
    }

    private sealed record Connection(int Id);

    private sealed class Throwing
    {
        public override string ToString() => throw new InvalidOperationException("scope");
    }
}
