using System.Text.Json;
using Bolt.Provider.Tests.Conformance;
using Microsoft.Extensions.Logging;
using Serilog;
using Serilog.Formatting.Compact;

namespace Bolt.Provider.Tests.Subjects;

/// <summary>Serilog behind Microsoft.Extensions.Logging, with its compact JSON.</summary>
public sealed class SerilogSubject : ConformanceSubject
{
    public override string Name => "Serilog";

    public override string Setup => "Serilog.Extensions.Logging: `AddSerilog` over a logger with every level, `Enrich.FromLogContext` and `RenderedCompactJsonFormatter`.";

    public override string Alias => "Serilog";

    public override void Add(ILoggingBuilder builder, Stream output) => builder.AddSerilog(
        new LoggerConfiguration()
            .MinimumLevel.Verbose()
            .Enrich.FromLogContext()
            .WriteTo.Sink(new SerilogStreamSink(output, new RenderedCompactJsonFormatter()))
            .CreateLogger(),
        dispose: true);

    public override LogRecord Read(string line, JsonElement root)
    {
        var fields = new List<KeyValuePair<string, JsonElement>>();
        foreach (JsonProperty property in root.EnumerateObject())
        {
            if (property.Name is not ("@t" or "@m" or "@i" or "@l" or "@x" or "@tr" or "@sp" or "SourceContext" or "EventId" or "Scope"))
                fields.Add(new(property.Name, property.Value));
        }

        bool hasEvent = root.TryGetProperty("EventId", out JsonElement id) && id.ValueKind == JsonValueKind.Object;
        return new LogRecord
        {
            Line = line,
            Time = Part("@t"),
            Level = Part("@l") switch
            {
                "Verbose" => LogLevel.Trace,
                "Debug" => LogLevel.Debug,
                null => LogLevel.Information,
                "Warning" => LogLevel.Warning,
                "Error" => LogLevel.Error,
                "Fatal" => LogLevel.Critical,
                _ => null,
            },
            Category = Part("SourceContext"),
            EventId = hasEvent && id.TryGetProperty("Id", out JsonElement number) ? number.GetInt32() : 0,
            EventName = hasEvent && id.TryGetProperty("Name", out JsonElement name) ? name.GetString() : null,
            Message = Part("@m"),
            Exception = Part("@x"),
            Fields = fields,
            Scopes = root.TryGetProperty("Scope", out JsonElement scopes) && scopes.ValueKind == JsonValueKind.Array
                ? scopes.EnumerateArray().Select(scope => scope.ToString()).ToArray()
                : [],
        };

        string? Part(string name) => root.TryGetProperty(name, out JsonElement value) ? value.ToString() : null;
    }
}
