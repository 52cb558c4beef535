// snippet: otlp
using Bolt;
using Bolt.OpenTelemetry;
using Microsoft.Extensions.Logging;

using var factory = BoltLoggerFactory.Create(options => options.Sinks.Add(new OtlpSink(new OtlpSinkOptions
{
    Endpoint = new Uri("http://localhost:4317"),
    ServiceName = "shop",
})));
// end snippet
factory.CreateLogger("Shop").LogInformation("Opened");
Console.WriteLine("logged");
