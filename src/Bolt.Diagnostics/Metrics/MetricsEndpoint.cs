using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace Bolt.Diagnostics.Metrics;

/// <summary><c>/metrics</c>: the meters <c>Bolt</c> and <c>System.Runtime</c>, in Prometheus's text or as OpenMetrics, whichever the request accepts.</summary>
internal sealed class MetricsEndpoint : IDisposable
{
    private readonly MeterProvider _provider;

    private MetricsEndpoint(MeterProvider provider, Uri address)
    {
        _provider = provider;
        Address = address;
    }

    internal Uri Address { get; }

    internal static MetricsEndpoint Start(ListenAddress address)
    {
        MeterProvider provider = address.Bind(point => Build(address.Prefixes(point.Port), point.Port), out Uri bound);
        return new MetricsEndpoint(provider, new Uri(bound, "metrics"));
    }

    public void Dispose() => _provider.Dispose();

    private static MeterProvider Build(IReadOnlyList<string> prefixes, int port) => Sdk.CreateMeterProviderBuilder()
        .AddMeter("Bolt")
        .AddMeter("System.Runtime")
        .AddPrometheusHttpListener(options =>
        {
            options.Port = port;

            // A scraper that comes every second is to see every second.
            options.ScrapeResponseCacheDurationMilliseconds = 0;
            options.TargetInfoEnabled = false;
            options.ConfigureHttpListener = (_, listener) =>
            {
                listener.Prefixes.Clear();
                foreach (string prefix in prefixes)
                    listener.Prefixes.Add(prefix + "metrics/");
            };
        })
        .Build();
}
