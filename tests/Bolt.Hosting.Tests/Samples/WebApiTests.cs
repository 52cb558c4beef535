using System.Text.Json;
using System.Text.RegularExpressions;

namespace Bolt.Hosting.Tests;

/// <summary><c>samples/WebApi</c>: a real ASP.NET Core server, over a real socket.</summary>
public sealed class WebApiTests : IDisposable
{
    private const string Trace = "0af7651916cd43dd8448eb211c80319c";
    private static readonly HttpClient s_client = new();

    private readonly TemporaryDirectory _directory = new();

    [Fact]
    public async Task A_requests_record_has_its_trace_its_scopes_and_what_redaction_left()
    {
        using SampleProcess api = Start();
        Uri address = Address(api);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, "orders/7?customer=Ada%20Lovelace"));
        request.Headers.Add("traceparent", $"00-{Trace}-b7ad6b7169203331-01");
        using HttpResponseMessage response = await s_client.SendAsync(request);
        Assert.Equal("order 7", await response.Content.ReadAsStringAsync());

        JsonElement record = JsonDocument.Parse(api.LineWith("\"OrderRead\"")).RootElement;
        Assert.Equal("Program", record.GetProperty("category").GetString());
        Assert.Equal(Trace, record.GetProperty("trace_id").GetString());
        Assert.Equal("/orders/7", record.GetProperty("RequestPath").GetString());
        Assert.Equal(("A***********", "***3456"), (record.GetProperty("customer").GetString(), record.GetProperty("card").GetString()));
        Assert.Equal("Order 7 read for A***********, paid with ***3456", record.GetProperty("message").GetString());
        Assert.Single(Regex.Matches(record.GetRawText(), "trace_?id", RegexOptions.IgnoreCase));
        Assert.Equal(0, api.Terminate());
        Assert.DoesNotContain(api.Lines, static line => line.Contains("Lovelace", StringComparison.Ordinal) || line.Contains("4000123456783456", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_log_calls_of_requests_allocate_nothing_once_their_threads_have_begun()
    {
        using SampleProcess api = Start();
        Uri address = Address(api);
        for (int i = 0; i < 4000; i++)
            await s_client.GetStringAsync(new Uri(address, "orders/7?customer=Ada"));

        string cost = await s_client.GetStringAsync(new Uri(address, "log-cost"));
        Assert.StartsWith("4000 calls: ", cost, StringComparison.Ordinal);
        Assert.EndsWith(" threads, 0 B after that", cost, StringComparison.Ordinal);
        Assert.Equal(0, api.Terminate());
        Assert.Equal(4000, api.Lines.Count(static line => line.Contains("\"OrderRead\"", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_level_changed_in_its_settings_applies_to_the_server()
    {
        using SampleProcess api = Start();
        Uri address = Address(api);
        await s_client.GetStringAsync(new Uri(address, "orders/1"));
        api.LineWith("\"OrderRead\"");
        Assert.DoesNotContain(api.Lines, static line => line.Contains("Request starting", StringComparison.Ordinal));
        string settings = _directory.PathOf("appsettings.json");
        File.WriteAllText(settings, File.ReadAllText(settings).Replace("\"Microsoft.AspNetCore\": \"Warning\"", "\"Microsoft.AspNetCore\": \"Information\"", StringComparison.Ordinal));
        await Task.Delay(1000);
        await s_client.GetStringAsync(new Uri(address, "orders/2"));
        api.LineWith("Request starting");
    }

    public void Dispose() => _directory.Dispose();

    private SampleProcess Start()
    {
        File.Copy(Repository.PathOf("samples", "WebApi", "appsettings.json"), _directory.PathOf("appsettings.json"));
        return SampleProcess.Start("WebApi", _directory.Root, new Dictionary<string, string> { ["ASPNETCORE_URLS"] = "http://127.0.0.1:0" });
    }

    private static Uri Address(SampleProcess api) => new(api.LineWith("web-api: serving ")["web-api: serving ".Length..]);
}
