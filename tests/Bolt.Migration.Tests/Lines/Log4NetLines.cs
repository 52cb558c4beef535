using log4net;
using log4net.Appender;
using log4net.Core;
using log4net.Layout;
using log4net.Repository.Hierarchy;

namespace Bolt.Migration.Tests.Lines;

/// <summary>What log4net's pattern layout writes.</summary>
internal static class Log4NetLines
{
    public const string Pattern = "%level %logger - %message%newline";

    /// <summary>What calls on the logger Shop write, all levels on.</summary>
    public static string[] Of(Action<ILog> log, string pattern = Pattern, Action<AppenderSkeleton>? configure = null)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        var layout = new PatternLayout(pattern);
        var appender = new TextWriterAppender { Writer = writer, Layout = layout };
        configure?.Invoke(appender);
        appender.ActivateOptions();
        var repository = (Hierarchy)LogManager.CreateRepository(Guid.NewGuid().ToString());
        repository.Root.Level = Level.All;
        repository.Root.AddAppender(appender);
        repository.Configured = true;
        log(LogManager.GetLogger(repository.Name, "Shop"));
        var lines = writer.ToString().ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        repository.Shutdown();
        return [.. lines.Select(static line => line.TrimEnd())];
    }
}
