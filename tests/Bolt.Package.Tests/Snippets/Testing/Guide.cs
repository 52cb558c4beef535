using System.Globalization;
using Bolt;
using Bolt.Sinks;
using Bolt.Testing;
using Microsoft.Extensions.Logging;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Guide.Recorder();
Guide.Failures();
await Guide.WaitAsync();
Guide.Allocations();

static partial class Log
{
    [LogEvent("Order {orderId} paid: {amount}")]
    public static partial void OrderPaid(ILogger logger, LogLevel level, long orderId, decimal amount, TimeSpan took, [LogFields] Customer customer);
}

sealed record Customer(string Name, string City);

static class Guide
{
    private static object? s_kept;

    public static void Recorder()
    {
        // snippet: recorder
        using var recorder = new LogRecorder();
        ILogger logger = recorder.CreateLogger("Shop");
        var ada = new Customer("Ada", "Bern");

        Log.OrderPaid(logger, LogLevel.Information, 4711, 59.90m, TimeSpan.FromSeconds(1.5), ada);

        LogRecord record = recorder.Records.Event("OrderPaid").Level(LogLevel.Information).With("orderId", 4711).Single();
        decimal amount = record.Get<decimal>("amount");
        TimeSpan took = record.Get<TimeSpan>("took");
        Customer customer = record.Get<Customer>("customer");
        string city = record["customer"]["City"].As<string>();

        recorder.AssertLogged(log => log.Category("Shop").With<decimal>("amount", value => value > 50));
        recorder.AssertNone(log => log.AtLeast(LogLevel.Warning));
        // end snippet
        Console.WriteLine($"{record.Get<long>("orderId")} for {customer.Name} in {city}, {amount}, took {took:c}");
    }

    public static void Failures()
    {
        using var recorder = new LogRecorder();
        ILogger logger = recorder.CreateLogger("Shop");
        var ada = new Customer("Ada", "Bern");
        Log.OrderPaid(logger, LogLevel.Information, 4711, 59.90m, TimeSpan.Zero, ada);
        Log.OrderPaid(logger, LogLevel.Debug, 42, 5m, TimeSpan.Zero, ada);
        logger.LogError("Printer on fire");
        Show(() => recorder.Records.Event("OrderPaid").Level(LogLevel.Information).With("orderId", 42).Single());
        Show(() => recorder.Records.First().Get<Guid>("orderId"));
    }

    public static async Task WaitAsync()
    {
        // snippet: time
        using var recorder = new LogRecorder(new ClockOfTheTest());
        // end snippet
        ILogger logger = recorder.CreateLogger("Shop");
        _ = Task.Run(() => logger.LogInformation("Shipped {orderId}", 4711));
        // snippet: wait
        LogRecords shipped = await recorder.WaitForAsync(log => log.With("orderId", 4711), TimeSpan.FromSeconds(10));
        // end snippet
        Console.WriteLine($"at {shipped.Single().Time:yyyy-MM-dd HH:mm:ss}");
    }

    public static void Allocations()
    {
        // snippet: allocations
        using var factory = BoltLoggerFactory.Create(options =>
        {
            options.Delivery = Delivery.Synchronous;
            options.Sinks.Add(new StreamSink(Stream.Null));
        });
        ILogger logger = factory.CreateLogger("Shop");
        var ada = new Customer("Ada", "Bern");

        AllocationAssert.Zero(() => Log.OrderPaid(logger, LogLevel.Information, 4711, 59.90m, TimeSpan.Zero, ada));
        AllocationAssert.Zero(logger, static logger => logger.IsEnabled(LogLevel.Debug));
        // end snippet
        Show(() => AllocationAssert.Zero(() => s_kept = Environment.ProcessId));
    }

    // snippet: host
    public static void UseRecorder(ILoggingBuilder logging, LogRecorder recorder) => logging.AddBoltRecorder(recorder);
    // end snippet

    private static void Show(Action failing)
    {
        try
        {
            failing();
        }
        catch (LogAssertionException failure)
        {
            Console.WriteLine(failure.Message);
        }
    }

    private sealed class ClockOfTheTest : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
    }
}
