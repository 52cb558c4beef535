using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Bolt.Sinks;
using Microsoft.Extensions.Logging;

namespace Bolt.Diagnostics.Tests;

public class MetricsEndpointTests
{
    private static readonly string[] s_names =
    [
        "bolt_handler_invocations_total",
        "bolt_log_events_total", "bolt_logging_errors_total", "bolt_log_fields_total",
        "bolt_allocation_count_total", "bolt_allocation_bytes_total", "bolt_allocation_expected_bytes_total",
        "bolt_event_pool_available_events", "bolt_event_pool_total_events", "bolt_event_pool_gets_total", "bolt_event_pool_puts_total",
        "bolt_serialization_bytes_total", "bolt_buffer_reuses_total", "bolt_buffer_allocations_total",
        "bolt_log_events_sampled_out_total", "bolt_log_events_dropped_total",
        "process_resident_memory_bytes", "process_cpu_seconds_total",
        "dotnet_gc_collections_total", "dotnet_gc_pause_time_seconds_total", "dotnet_gc_heap_total_allocated_bytes_total",
        "dotnet_gc_last_collection_heap_size_bytes", "dotnet_gc_last_collection_memory_committed_size_bytes",
    ];

    /// <summary>Histograms begin with the first reading in a process, so a process of its own shows that: bolt-app, in Bolt.Operations.Tests.</summary>
    [Fact]
    public async Task Every_count_is_there_from_the_start()
    {
        using BoltLoggerFactory factory = BoltLoggerFactory.Create(options => options.Sinks.Add(new StreamSink(Stream.Null)));
        using BoltDiagnosticsServer server = Start();
        GC.Collect();
        string text = await ScrapeMeterAsync(server);

        foreach (string name in s_names)
            Assert.Contains($"\n{name}{{", text);

        foreach (string level in new[] { "trace", "debug", "info", "warn", "error", "fatal" })
            Assert.Contains($"level=\"{level}\"", text);
    }

    [Fact]
    public async Task The_buckets_have_the_bounds_that_the_alerts_ask_for()
    {
        using BoltLoggerFactory factory = BoltLoggerFactory.Create(options => options.Sinks.Add(new StreamSink(Stream.Null)));
        using BoltDiagnosticsServer server = Start();
        ILogger logger = factory.CreateLogger("metrics");
        for (int i = 0; i < 1000; i++)
            logger.Log(LogLevel.Warning, "measured now and then");

        string text = await ScrapeMeterAsync(server);
        string[] bounds = [.. text.Split('\n').Where(line => line.StartsWith("bolt_logging_duration_seconds_bucket{", StringComparison.Ordinal)).Select(line => line.Split("le=\"")[1].Split('"')[0])];
        Assert.Equal("+Inf", bounds[^1]);
        Assert.Equal(
            [1e-6, 5e-6, 1e-5, 2.5e-5, 5e-5, 1e-4, 2.5e-4, 5e-4, 1e-3, 2.5e-3, 5e-3, 1e-2, 0.1, 1],
            bounds[..^1].Select(bound => double.Parse(bound, CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task What_was_logged_is_in_the_next_scrape()
    {
        using BoltLoggerFactory factory = BoltLoggerFactory.Create(options => options.Sinks.Add(new StreamSink(Stream.Null)));
        using BoltDiagnosticsServer server = Start();
        double before = ValueOf(await ScrapeMeterAsync(server), "bolt_log_events_total", "level=\"warn\"");
        ILogger logger = factory.CreateLogger("metrics");
        for (int i = 0; i < 5; i++)
            logger.Log(LogLevel.Warning, "counted");

        double after = ValueOf(await ScrapeAsync(server, "text/plain"), "bolt_log_events_total", "level=\"warn\"");
        Assert.InRange(after - before, 5, double.MaxValue);
    }

    [Fact]
    public async Task OpenMetrics_is_answered_to_those_who_accept_it()
    {
        using BoltLoggerFactory factory = BoltLoggerFactory.Create(options => options.Sinks.Add(new StreamSink(Stream.Null)));
        using BoltDiagnosticsServer server = Start();
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, server.MetricsAddress);
        request.Headers.Accept.Add(MediaTypeWithQualityHeaderValue.Parse("application/openmetrics-text;version=1.0.0"));
        using HttpResponseMessage response = await client.SendAsync(request);
        Assert.Equal("application/openmetrics-text", response.Content.Headers.ContentType!.MediaType);
        Assert.EndsWith("# EOF\n", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task The_process_s_figures_are_those_of_the_system()
    {
        using BoltLoggerFactory factory = BoltLoggerFactory.Create(options => options.Sinks.Add(new StreamSink(Stream.Null)));
        using BoltDiagnosticsServer server = Start();
        string text = await ScrapeMeterAsync(server);
        Assert.InRange(ValueOf(text, "process_resident_memory_bytes"), Environment.WorkingSet / 2, Environment.WorkingSet * 2.0);
        Assert.InRange(ValueOf(text, "process_cpu_seconds_total"), 0.01, Environment.CpuUsage.TotalTime.TotalSeconds + 0.1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("orders")]
    [InlineData("debug/pprof/heap")]
    public async Task No_other_path_is_answered(string path)
    {
        using BoltDiagnosticsServer server = Start();
        using var client = new HttpClient();
        using HttpResponseMessage response = await client.GetAsync(new Uri(new Uri(server.MetricsAddress.GetLeftPart(UriPartial.Authority)), path));
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task Both_names_of_loopback_are_answered()
    {
        using BoltDiagnosticsServer server = Start();
        using var client = new HttpClient();
        Assert.Contains("process_cpu_seconds_total", await client.GetStringAsync($"http://localhost:{server.MetricsAddress.Port}/metrics") + await ScrapeAsync(server, "text/plain"));
    }

    [Fact]
    public async Task A_disposed_server_answers_no_more()
    {
        BoltDiagnosticsServer server = Start();
        await server.DisposeAsync();
        server.Dispose();
        using var client = new HttpClient();
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(server.MetricsAddress));
    }

    private static BoltDiagnosticsServer Start() => BoltDiagnosticsServer.Start(options => options.MetricsAddress = "127.0.0.1:0");

    /// <summary>Of a process with a factory: the meter is made in the background, a little after the first.</summary>
    private static async Task<string> ScrapeMeterAsync(BoltDiagnosticsServer server)
    {
        string text = await ScrapeAsync(server, "text/plain");
        for (int attempt = 0; attempt < 100 && !text.Contains("bolt_", StringComparison.Ordinal); attempt++)
        {
            await Task.Delay(100);
            text = await ScrapeAsync(server, "text/plain");
        }

        return text;
    }

    private static async Task<string> ScrapeAsync(BoltDiagnosticsServer server, string accept)
    {
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Accept.ParseAdd(accept);
        return await client.GetStringAsync(server.MetricsAddress);
    }

    private static double ValueOf(string text, string name, string label = "") => double.Parse(
        text.Split('\n').First(line => line.StartsWith(name, StringComparison.Ordinal) && line.Contains(label, StringComparison.Ordinal)).Split(' ')[1],
        CultureInfo.InvariantCulture);
}
