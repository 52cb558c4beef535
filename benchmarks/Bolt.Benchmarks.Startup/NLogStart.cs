using System.Text;
using NLog;
using NLog.Config;
using NLog.Layouts;
using NLog.Targets;

namespace Bolt.Benchmarks.Startup;

/// <summary>NLog with its JSON layout, to a target that writes at once.</summary>
internal static class NLogStart
{
    public static void Run(Stream output)
    {
        var layout = new JsonLayout { SuppressSpaces = true, IncludeEventProperties = true };
        layout.Attributes.Add(new JsonAttribute("time", "${date:universalTime=true:format=O}"));
        layout.Attributes.Add(new JsonAttribute("level", "${level:lowercase=true}"));
        layout.Attributes.Add(new JsonAttribute("category", "${logger}"));
        layout.Attributes.Add(new JsonAttribute("message", "${message}"));
        using var factory = new LogFactory { ThrowExceptions = true };
        var configuration = new LoggingConfiguration(factory);
        configuration.AddRule(LogLevel.Info, LogLevel.Fatal, new WriterTarget(output) { Name = "output", Layout = layout });
        factory.Configuration = configuration;
        factory.GetLogger(LoggedEvent.Category).Info("User {userId} logged in from {ip}", LoggedEvent.UserId, LoggedEvent.Ip);
        factory.Flush();
    }

    private sealed class WriterTarget(Stream output) : TargetWithLayout
    {
        private readonly StringBuilder _text = new();

        protected override void Write(LogEventInfo logEvent)
        {
            _text.Clear();
            Layout!.Render(logEvent, _text);
            _text.Append('\n');
            output.Write(Encoding.UTF8.GetBytes(_text.ToString()));
        }
    }
}
