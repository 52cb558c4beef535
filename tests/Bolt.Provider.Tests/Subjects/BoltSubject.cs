using System.Text.Json;
using Bolt.Provider.Tests.Conformance;
using Bolt.Sinks;
using Microsoft.Extensions.Logging;

namespace Bolt.Provider.Tests.Subjects;

/// <summary>Bolt as programs add it.</summary>
public class BoltSubject : ConformanceSubject
{
    public override string Name => "Bolt";

    public override string Setup => "`AddBolt` with a `StreamSink` and the event id besides the default parts of a record; delivery in the background, as by default.";

    public override string Alias => "Bolt";

    public override void Add(ILoggingBuilder builder, Stream output) => builder.AddBolt(options =>
    {
        options.Include = RecordParts.Default | RecordParts.EventId;
        options.Sinks.Add(new StreamSink(output, leaveOpen: true));
    });

    public override LogRecord Read(string line, JsonElement root)
    {
        var fields = new List<KeyValuePair<string, JsonElement>>();
        var parts = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (JsonProperty property in root.EnumerateObject())
        {
            switch (property.Name)
            {
                case "time" or "level" or "category" or "event_id" or "event" or "scopes" or "error" or "error_type" or "error_stack" or "trace_id" or "span_id" or "truncated" or "message":
                    parts[property.Name] = property.Value;
                    break;
                default:
                    fields.Add(new(property.Name, property.Value));
                    break;
            }
        }

        return new LogRecord
        {
            Line = line,
            Time = Part("time"),
            Level = Part("level") switch
            {
                "trace" => LogLevel.Trace,
                "debug" => LogLevel.Debug,
                "info" => LogLevel.Information,
                "warn" => LogLevel.Warning,
                "error" => LogLevel.Error,
                "fatal" => LogLevel.Critical,
                _ => null,
            },
            Category = Part("category"),
            EventId = parts.TryGetValue("event_id", out JsonElement id) ? id.GetInt32() : 0,
            EventName = Part("event"),
            Message = Part("message"),
            Exception = parts.ContainsKey("error") || parts.ContainsKey("error_type") ? $"{Part("error_type")}: {Part("error")}\n{Part("error_stack")}" : null,
            Fields = fields,
            Scopes = parts.TryGetValue("scopes", out JsonElement scopes) ? scopes.EnumerateArray().Select(scope => scope.ToString()).ToArray() : [],
            IsCut = parts.ContainsKey("truncated"),
        };

        string? Part(string name) => parts.TryGetValue(name, out JsonElement value) ? value.ToString() : null;
    }
}
