using System.Text;
using Microsoft.Extensions.Logging;
using ZLogger;
using ZLogger.Formatters;

namespace Bolt.Migration.Tests.Lines;

/// <summary>What ZLogger's JSON formatter writes, without the time.</summary>
internal static class ZLoggerLines
{
    /// <summary>What calls on a logger of the category Shop write, all levels on.</summary>
    public static string[] Of(Action<ILogger> log, Action<ZLoggerOptions>? configure = null)
    {
        using var stream = new MemoryStream();
        using (var factory = LoggerFactory.Create(logging => logging.SetMinimumLevel(LogLevel.Trace).AddZLoggerStream(stream, options =>
        {
            options.UseJsonFormatter(static formatter => formatter.IncludeProperties = IncludeProperties.Default & ~IncludeProperties.Timestamp);
            options.IncludeScopes = true;
            configure?.Invoke(options);
        })))
        {
            log(factory.CreateLogger("Shop"));
        }

        return Encoding.UTF8.GetString(stream.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
