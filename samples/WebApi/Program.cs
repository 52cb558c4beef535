using Bolt.OpenTelemetry;
using Microsoft.Extensions.Compliance.Redaction;
using WebApi;

WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.ClearProviders();

// snippet: logging
builder.Logging.AddBolt(options =>
{
    // To a collector as well, where the environment names one.
    if (Environment.GetEnvironmentVariable("OTEL_EXPORTER_OTLP_ENDPOINT") is { Length: > 0 })
        options.Sinks.Add(new OtlpSink(new OtlpSinkOptions { ServiceName = "web-api" }));
});
builder.Services.AddSingleton<IRedactorProvider, ShopRedactors>();
// end snippet
builder.Services.AddSingleton<LogCost>();

WebApplication app = builder.Build();
app.MapGet("/orders/{id:int}", (int id, string? customer, ILogger<Program> logger, LogCost cost) =>
{
    long before = GC.GetAllocatedBytesForCurrentThread();
    Log.OrderRead(logger, id, customer ?? "nobody", "4000123456783456");
    cost.Add(GC.GetAllocatedBytesForCurrentThread() - before);
    return $"order {id}";
});
app.MapGet("/log-cost", (LogCost cost) => cost.ToString());
await app.StartAsync();
Console.Error.WriteLine($"web-api: serving {app.Urls.First()}");
await app.WaitForShutdownAsync();
