// snippet: operations
using Bolt;
using Bolt.Diagnostics;
using Microsoft.Extensions.Logging;

using var factory = BoltLoggerFactory.Create(options => options.MinimumLevel = LogLevel.Information);
using var diagnostics = BoltDiagnosticsServer.Start(options => options.Debug = true);
Console.Error.WriteLine($"metrics at {diagnostics.MetricsAddress}, profiles at {diagnostics.DebugAddress}debug/pprof/");
// end snippet
factory.CreateLogger("Shop").LogInformation("Opened");
using var client = new HttpClient();
Console.WriteLine(await client.GetStringAsync(diagnostics.MetricsAddress));
Console.WriteLine(await client.GetStringAsync(new Uri(diagnostics.DebugAddress!, "debug/pprof/heap?debug=1")));
