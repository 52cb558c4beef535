using System.Globalization;
using System.Text;
using System.Text.Json;
using Bolt.Provider.Tests.Conformance;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace Bolt.Provider.Tests.Subjects;

/// <summary>Microsoft's console provider with its JSON formatter.</summary>
public sealed class ConsoleSubject : ConformanceSubject
{
    private static readonly Lock s_console = new();

    public override string Name => "Console";

    public override string Setup => "Microsoft.Extensions.Logging.Console: `AddJsonConsole` with scopes and a UTC time on.";

    public override string Alias => "Console";

    public override void Add(ILoggingBuilder builder, Stream output)
    {
        builder.AddJsonConsole(options =>
        {
            options.IncludeScopes = true;
            options.UseUtcTimestamp = true;
            options.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffffffZ";
        });

        // The provider takes Console.Out as it is when the provider is made.
        ServiceDescriptor registered = builder.Services.Single(service => service.ImplementationType == typeof(ConsoleLoggerProvider));
        builder.Services.Remove(registered);
        builder.Services.AddSingleton<ILoggerProvider>(services => Create(services, output));
    }

    public override LogRecord Read(string line, JsonElement root)
    {
        var fields = new List<KeyValuePair<string, JsonElement>>();
        if (root.TryGetProperty("State", out JsonElement state) && state.ValueKind == JsonValueKind.Object)
            AddFields(fields, state, hasText: HasText(state));

        var scopeFields = new List<KeyValuePair<string, JsonElement>>();
        var scopes = new List<string>();
        if (root.TryGetProperty("Scopes", out JsonElement all))
        {
            foreach (JsonElement scope in all.EnumerateArray())
            {
                if (scope.ValueKind == JsonValueKind.Object)
                    AddFields(scopeFields, scope, hasText: true);
                else
                    scopes.Add(scope.ToString());
            }
        }

        return new LogRecord
        {
            Line = line,
            Time = Part("Timestamp"),
            Level = Enum.TryParse(Part("LogLevel"), out LogLevel level) ? level : null,
            Category = Part("Category"),
            EventId = int.Parse(Part("EventId") ?? "0", CultureInfo.InvariantCulture),
            EventName = Part("EventName"),
            Message = Part("Message"),
            Exception = Part("Exception"),
            Fields = fields,
            ScopeFields = scopeFields,
            Scopes = scopes,
        };

        string? Part(string name) => root.TryGetProperty(name, out JsonElement value) ? value.ToString() : null;
    }

    /// <summary>The formatter puts a state's own text before its pairs, as a Message, unless it is the record's; a template's is.</summary>
    private static bool HasText(JsonElement state)
    {
        int messages = 0;
        bool hasTemplate = false;
        foreach (JsonProperty property in state.EnumerateObject())
        {
            if (property.Name == "Message")
                messages++;
            else if (property.Name == "{OriginalFormat}")
                hasTemplate = true;
        }

        return messages > 1 || (messages == 1 && !hasTemplate);
    }

    private static void AddFields(List<KeyValuePair<string, JsonElement>> fields, JsonElement from, bool hasText)
    {
        bool isText = hasText;
        foreach (JsonProperty property in from.EnumerateObject())
        {
            if (!isText || property.Name != "Message")
                fields.Add(new(property.Name, property.Value));

            isText = false;
        }
    }

    private static ConsoleLoggerProvider Create(IServiceProvider services, Stream output)
    {
        lock (s_console)
        {
            TextWriter console = Console.Out;
            Console.SetOut(new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { AutoFlush = true });
            try
            {
                return ActivatorUtilities.CreateInstance<ConsoleLoggerProvider>(services);
            }
            finally
            {
                Console.SetOut(console);
            }
        }
    }
}
