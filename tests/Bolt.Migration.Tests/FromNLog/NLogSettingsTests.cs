using System.Runtime.CompilerServices;
using NLog;

namespace Bolt.Migration.Tests.FromNLog;

public sealed class NLogSettingsTests : NLogTable
{
    // row: Levels and a file
    [Fact]
    public void Levels_and_a_file() => Row(
        """
        <nlog>
          <targets>
            <target name="file" type="File" fileName="logs/shop.log" layout="${level} ${logger} - ${message}" />
          </targets>
          <rules>
            <logger name="Stock" finalMinLevel="Warn" writeTo="file" />
            <logger name="*" minlevel="Info" writeTo="file" />
          </rules>
        </nlog>
        """,
        """
        {
          "Logging": {
            "LogLevel": { "Default": "Information", "Stock": "Warning" },
            "Bolt": { "Sinks": [ { "Type": "File", "Path": "logs/shop.log" } ] }
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
                using var logs = new LogFactory();
                logs.Setup().LoadConfigurationFromXml(settings);
                logs.GetLogger("Shop").Info("Shop opened");
                logs.GetLogger("Stock").Info("Stock counted");
                logs.GetLogger("Stock").Warn("Stock is low");
            },
            after);
}
