using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.Extensions.Configuration;
using Serilog;

namespace Bolt.Migration.Tests.FromSerilog;

public sealed class SerilogSettingsTests : SerilogTable
{
    // row: Levels and a file
    [Fact]
    public void Levels_and_a_file() => Row(
        """
        {
          "Serilog": {
            "MinimumLevel": { "Default": "Information", "Override": { "Stock": "Warning" } },
            "WriteTo": [ { "Name": "File", "Args": {
              "path": "logs/shop.log",
              "formatter": "Serilog.Formatting.Compact.CompactJsonFormatter, Serilog.Formatting.Compact"
            } } ]
          }
        }
        """,
        """
        {
          "Logging": {
            "LogLevel": { "Default": "Information", "Stock": "Warning" },
            "Bolt": { "Sinks": [ { "Type": "File", "Path": "logs/shop.log" } ] }
          }
        }
        """);

    // row: Lines for readers of CLEF
    [Fact]
    public void Lines_for_readers_of_CLEF() => Row(
        """
        {
          "Serilog": {
            "WriteTo": [ { "Name": "File", "Args": {
              "path": "logs/shop.log",
              "formatter": "Serilog.Formatting.Compact.RenderedCompactJsonFormatter, Serilog.Formatting.Compact"
            } } ]
          }
        }
        """,
        """
        {
          "Logging": {
            "Bolt": { "Sinks": [ { "Type": "File", "Path": "logs/shop.log", "Shape": "SerilogCompact" } ] }
          }
        }
        """);

    private void Row(string before, string after, [CallerMemberName] string test = "", [CallerFilePath] string file = "") =>
        Settings(
            test,
            file,
            before,
            static settings =>
            {
                using var json = new MemoryStream(Encoding.UTF8.GetBytes(settings));
                using var log = new LoggerConfiguration().ReadFrom.Configuration(new ConfigurationBuilder().AddJsonStream(json).Build()).CreateLogger();
                log.ForContext("SourceContext", "Shop").Information("Shop opened");
                log.ForContext("SourceContext", "Stock").Information("Stock counted");
                log.ForContext("SourceContext", "Stock").Warning("Stock is low");
            },
            after);
}
