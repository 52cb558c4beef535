using System.Runtime.CompilerServices;
using System.Text;
using log4net;
using log4net.Config;

namespace Bolt.Migration.Tests.FromLog4Net;

public sealed class Log4NetSettingsTests : Log4NetTable
{
    // row: Levels and a file
    [Fact]
    public void Levels_and_a_file() => Row(
        """
        <log4net>
          <appender name="file" type="log4net.Appender.FileAppender">
            <file value="logs/shop.log" />
            <layout type="log4net.Layout.PatternLayout"><conversionPattern value="%level %logger - %message%newline" /></layout>
          </appender>
          <root><level value="INFO" /><appender-ref ref="file" /></root>
          <logger name="Stock"><level value="WARN" /></logger>
        </log4net>
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
                using var xml = new MemoryStream(Encoding.UTF8.GetBytes(settings));
                var repository = LogManager.CreateRepository(Guid.NewGuid().ToString());
                XmlConfigurator.Configure(repository, xml);
                LogManager.GetLogger(repository.Name, "Shop").Info("Shop opened");
                LogManager.GetLogger(repository.Name, "Stock").Info("Stock counted");
                LogManager.GetLogger(repository.Name, "Stock").Warn("Stock is low");
                repository.Shutdown();
            },
            after);
}
