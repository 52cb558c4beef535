using Worker;

// snippet: host
HostApplicationBuilder builder = Host.CreateApplicationBuilder(args);

// Everything else is in appsettings.json: change a level there while this runs.
builder.Logging.ClearProviders().AddBolt();
// end snippet
builder.Services.AddHostedService<ParcelSorter>();
builder.Build().Run();
