using Bolt;
using Bolt.Diagnostics;
using BoltApp.Configuration;
using BoltApp.Incidents;
using BoltApp.Logging;
using BoltApp.Orders;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

const int CannotStart = 2;

try
{
    await RunAsync(args);
    return 0;
}
catch (Exception error) when (error is InvalidDataException or ArgumentException or InvalidOperationException or IOException)
{
    Console.Error.WriteLine($"bolt-app: cannot start: {error.Message}");
    return CannotStart;
}

static async Task RunAsync(string[] arguments)
{
    WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(arguments);
    ConfigurationFile.AddTo(builder.Configuration, arguments);
    AppSettings settings = AppSettings.Read(builder.Configuration);

    using var collector = new CollectorSink();
    await using BoltLoggerFactory factory = LoggingSetup.CreateFactory(settings, collector);
    BoltLogger logger = factory.CreateLogger("BoltApp");
    builder.Logging.ClearProviders().AddProvider(new FrameworkLogs(factory)).AddFilter("Microsoft.AspNetCore", LogLevel.Warning);

    builder.Services.AddBoltDiagnostics();
    builder.Services.AddHealthChecks().AddBolt(tags: "ready");

    await using WebApplication app = builder.Build();
    string urls = builder.Configuration["urls"] ?? $"http://localhost:{settings.Port}";
    foreach (string url in urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        app.Urls.Add(url);

    if (settings.HealthPort != 0)
        app.Urls.Add($"http://+:{settings.HealthPort}");

    using IncidentBoard incidents = IncidentBoard.Create(collector, logger);
    app.UseMiddleware<RequestLog>(logger);
    app.MapGet("/", () => settings.Name);
    app.MapOrders(logger);
    app.MapIncidents(incidents);
    app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = static _ => false });
    app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = static check => check.Tags.Contains("ready") });
    await app.StartAsync();

    Log.Started(logger, settings.Name, settings.Delivery, settings.EventPoolSize, System.Runtime.GCSettings.IsServerGC ? "server" : "workstation", Environment.ProcessorCount);
    Announce(app);
    foreach (string name in settings.Incidents)
    {
        Incident incident = incidents.Get(name);
        incidents.SwitchOn(incident, IncidentValues.Read(incident, query: null));
    }

    await app.WaitForShutdownAsync();
    Log.Stopping(logger, settings.Name);
}

// The ports may have been chosen by the system: whoever started this process learns them here.
static void Announce(WebApplication app)
{
    foreach (string address in app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [])
        Console.Error.WriteLine($"bolt-app: serving {address}");

    BoltDiagnosticsServer diagnostics = app.Services.GetRequiredService<BoltDiagnosticsServer>();
    Console.Error.WriteLine($"bolt-app: metrics {diagnostics.MetricsAddress}");
    if (diagnostics.DebugAddress is { } debug)
        Console.Error.WriteLine($"bolt-app: debug {debug}");
}
