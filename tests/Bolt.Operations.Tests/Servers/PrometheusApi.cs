using System.Globalization;
using System.Text.Json;

namespace Bolt.Operations.Tests.Servers;

/// <summary>A series of an answer, with its last value.</summary>
internal sealed record Sample(IReadOnlyDictionary<string, string> Labels, double Value)
{
    public override string ToString() => $"{{{string.Join(", ", Labels.Select(static label => $"{label.Key}={label.Value}"))}}} {Value}";
}

/// <summary>An alert that is pending or firing.</summary>
internal sealed record ActiveAlert(string Name, string State, IReadOnlyDictionary<string, string> Labels);

/// <summary>Prometheus's HTTP API.</summary>
internal sealed class PrometheusApi(Uri address)
{
    public Uri Address { get; } = address;

    /// <exception cref="InvalidOperationException">Prometheus refuses the query; the message says why.</exception>
    public async Task<IReadOnlyList<Sample>> QueryAsync(string expression)
    {
        using JsonDocument answer = await GetAsync("api/v1/query?query=" + Uri.EscapeDataString(expression));
        JsonElement data = answer.RootElement.GetProperty("data");
        JsonElement result = data.GetProperty("result");
        return data.GetProperty("resultType").GetString() switch
        {
            "vector" => [.. result.EnumerateArray().Select(static series => new Sample(Labels(series.GetProperty("metric")), Number(series.GetProperty("value"))))],
            "matrix" => [.. result.EnumerateArray().Select(static series => new Sample(Labels(series.GetProperty("metric")), Number(series.GetProperty("values").EnumerateArray().Last())))],
            _ => [new Sample(new Dictionary<string, string>(), Number(result))],
        };
    }

    public async Task<IReadOnlyList<ActiveAlert>> AlertsAsync()
    {
        using JsonDocument answer = await GetAsync("api/v1/alerts");
        return
        [
            .. answer.RootElement.GetProperty("data").GetProperty("alerts").EnumerateArray().Select(static alert =>
            {
                Dictionary<string, string> labels = Labels(alert.GetProperty("labels"));
                return new ActiveAlert(labels["alertname"], alert.GetProperty("state").GetString()!, labels);
            }),
        ];
    }

    private async Task<JsonDocument> GetAsync(string path)
    {
        using HttpResponseMessage response = await Http.Client.GetAsync(new Uri(Address, path));
        string text = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode ? JsonDocument.Parse(text) : throw new InvalidOperationException($"Prometheus answers {Uri.UnescapeDataString(path)} with {text}");
    }

    private static Dictionary<string, string> Labels(JsonElement labels) => labels.EnumerateObject().ToDictionary(static label => label.Name, static label => label.Value.GetString()!);

    private static double Number(JsonElement pair) => pair[1].GetString() switch
    {
        "+Inf" => double.PositiveInfinity,
        "-Inf" => double.NegativeInfinity,
        { } text => double.Parse(text, CultureInfo.InvariantCulture),
        null => double.NaN,
    };
}
