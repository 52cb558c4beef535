using Bolt.Analyzers.Logging;
using Bolt.Analyzers.Tests.Testing;
using Bolt.CodeFixes.Logging;
using Xunit;
using Verify = Bolt.Analyzers.Tests.Testing.Verify<Bolt.Analyzers.Logging.LogCallQualityAnalyzer>;

namespace Bolt.Analyzers.Tests.Logging;

public sealed class BOLT2003Tests : RuleTests<LogCallQualityAnalyzer>
{
    private const string Log =
        """


        public static partial class Log
        {
            [LogEvent(LogLevel.Debug, "{Value}")]
            public static partial void Debugged(ILogger logger, object? value);

            [LogEvent]
            public static partial void Any(ILogger logger, LogLevel level, object? value);
        }
        """;

    protected override string Message => "calls 'Total' even when 'Debug' is off; check IsEnabled first";

    protected override string Violation =>
        """
        public class Service(ILogger logger)
        {
            public void Check(int order) => Log.Debugged(logger, {|BOLT2003:Total(order)|});
            private static int Total(int order) => order;
        }
        """ + Log;

    [Fact]
    public Task Every_kind_of_cost_is_reported() => Verify.Analyzer(
        """
        using System.Linq;
        using System.Threading.Tasks;

        public record Order(int Id);

        public class Service(ILogger logger)
        {
            private List<int> _ids = [];
            private string Text => string.Join(',', _ids);

            public async Task Costs(int id, string name, Order order, int[] ids, LogLevel level, Service? other)
            {
                Log.Debugged(logger, {|BOLT2003:name.Trim()|});
                Log.Debugged(logger, {|BOLT2003:id.ToString()|});
                Log.Debugged(logger, {|BOLT2003:new Order(id)|});
                Log.Debugged(logger, {|BOLT2003:new { id }|});
                Log.Debugged(logger, {|BOLT2003:new[] { id }|});
                Log.Debugged(logger, {|BOLT2003:order with { Id = 1 }|});
                Log.Debugged(logger, {|BOLT2003:$"{id}"|});
                Log.Debugged(logger, {|BOLT2003:"id " + name|});
                Log.Debugged(logger, {|BOLT2003:name[1..]|});
                Log.Debugged(logger, {|BOLT2003:ids[1..]|});
                Log.Debugged(logger, {|BOLT2003:await Task.FromResult(1)|});
                Log.Debugged(logger, {|BOLT2003:ids.Where(i => i > 1)|});
                Log.Debugged(logger, {|BOLT2003:from i in ids select i|});
                Log.Debugged(logger, {|BOLT2003:Text|});
                Log.Debugged(logger, {|BOLT2003:other?.ToString()|});
                Log.Debugged(logger, {|BOLT2003:id > 1 ? name : name.Trim()|});
                Log.Debugged(logger, {|BOLT2003:(id, name.Trim())|});
                Log.Any(logger, level, {|BOLT2003:name.Trim()|});
                logger.LogInformation("{A} {B} {C}", id, {|BOLT2003:name.Trim()|}, {|BOLT2003:ids.Length.ToString()|});
                logger.LogInformation($"{id} {{|BOLT2003:name.Trim()|}}");
                logger.Log(level, {|BOLT2003:new InvalidOperationException()|}, "{A}", id);
                logger.Log(LogLevel.Debug, default, {|BOLT2003:new Order(1)|}, null, (state, error) => state.ToString());
            }
        }
        """ + Log);

    [Fact]
    public Task Cheap_arguments_are_silent() => Verify.Analyzer(
        """
        public class Service(ILogger logger)
        {
            private const string Name = "name";
            private readonly int _id = 1;
            private string? _text;

            public int Id { get; set; }
            private int Next => _id + 1;
            private string Text => _text ??= string.Join(',', new[] { 1 });

            public void Cheap(int id, string name, int[] ids, List<int> list, object value, DateTime? time, Service? other, Exception error)
            {
                Log.Debugged(logger, id);
                Log.Debugged(logger, _id);
                Log.Debugged(logger, Id);
                Log.Debugged(logger, Next);
                Log.Debugged(logger, Text);
                Log.Debugged(logger, 1 + id * 2);
                Log.Debugged(logger, "a" + Name + nameof(Cheap));
                Log.Debugged(logger, $"{Name}");
                Log.Debugged(logger, (long)id);
                Log.Debugged(logger, ids[0]);
                Log.Debugged(logger, list[^1]);
                Log.Debugged(logger, name.Length);
                Log.Debugged(logger, value.GetType().Name);
                Log.Debugged(logger, typeof(Service));
                Log.Debugged(logger, DateTime.UtcNow);
                Log.Debugged(logger, new TimeSpan(1));
                Log.Debugged(logger, time.GetValueOrDefault());
                Log.Debugged(logger, Math.Max(id, 1));
                Log.Debugged(logger, string.IsNullOrEmpty(name));
                Log.Debugged(logger, other?.Id ?? id);
                Log.Debugged(logger, value is string text ? text : null);
                Log.Debugged(logger, default);
                logger.LogError(error, "{A} {B}", id, error.Source);
                logger.LogInformation($"{id} {name}");
                logger.LogInformation("{A}", new object[] { id });
                GetLogger().LogInformation("{A}", id);
                Console.WriteLine(name.Trim());
            }

            private ILogger GetLogger() => logger;
        }
        """ + Log);

    [Fact]
    public Task Guarded_calls_are_silent() => Verify.Analyzer(
        """
        public class Service(ILogger logger)
        {
            private bool IsDebugEnabled => logger.IsEnabled(LogLevel.Debug);

            public void Around(string name, bool other)
            {
                if (logger.IsEnabled(LogLevel.Debug))
                    Log.Debugged(logger, name.Trim());
                if (other && logger.IsEnabled(LogLevel.Trace))
                {
                    if (other)
                        Log.Debugged(logger, name.Trim());
                    Action act = () => Log.Debugged(logger, name.Trim());
                }
                if (!logger.IsEnabled(LogLevel.Debug) || other)
                    Console.WriteLine();
                else
                    Log.Debugged(logger, name.Trim());
                if (IsDebugEnabled)
                    Log.Debugged(logger, name.Trim());
                if (other == true && logger.IsEnabled(LogLevel.Debug) == true)
                    Log.Debugged(logger, name.Trim());
                if (logger.IsEnabled(LogLevel.Debug) is true)
                    Log.Debugged(logger, name.Trim());
            }

            public void Before(string name, ILogger? maybe)
            {
                if (!(maybe?.IsEnabled(LogLevel.Debug) ?? false))
                    return;

                Log.Debugged(maybe, name.Trim());
            }

            public void Each(List<string> names)
            {
                foreach (var name in names)
                {
                    if (!logger.IsEnabled(LogLevel.Debug))
                    {
                        Console.WriteLine(name);
                        continue;
                    }

                    Log.Debugged(logger, name.Trim());
                }
            }

            public void Case(string name, int id)
            {
                switch (id)
                {
                    case 1:
                        if (!logger.IsEnabled(LogLevel.Debug))
                            break;
                        Log.Debugged(logger, name.Trim());
                        break;
                }
            }

            public void Kept(string name, LogLevel level)
            {
                bool on = logger.IsEnabled(LogLevel.Debug);
                if (on)
                    Log.Debugged(logger, name.Trim());
                var off = !logger.IsEnabled(level);
                if (off)
                    return;

                Log.Any(logger, level, name.Trim());
            }
        }
        """ + Log);

    [Fact]
    public Task What_is_no_guard_is_not_taken_for_one() => Verify.Analyzer(
        """
        public class Service(ILogger logger)
        {
            public void None(string name, bool other)
            {
                if (!logger.IsEnabled(LogLevel.Debug))
                    Log.Debugged(logger, {|BOLT2003:name.Trim()|});
                if (logger.IsEnabled(LogLevel.Information))
                    Log.Debugged(logger, {|BOLT2003:name.Trim()|});
                if (other || logger.IsEnabled(LogLevel.Debug))
                    Log.Debugged(logger, {|BOLT2003:name.Trim()|});
                if (!logger.IsEnabled(LogLevel.Debug))
                    Console.WriteLine();
                Log.Debugged(logger, {|BOLT2003:name.Trim()|});
                if (other && !logger.IsEnabled(LogLevel.Debug))
                    return;
                Log.Debugged(logger, {|BOLT2003:name.Trim()|});
                if (!logger.IsEnabled(LogLevel.Debug))
                    return;
                else
                    Console.WriteLine();
                if (other)
                    Log.Debugged(logger, {|BOLT2003:name.Trim()|});
            }
        }
        """ + Log);

    [Fact]
    public Task Other_libraries_are_known() => Verify.Files(
        editorConfig: null,
        Libraries.Serilog.Replace("ILogger ForContext", "bool IsEnabled(Events.LogEventLevel level);\n        ILogger ForContext", StringComparison.Ordinal)
            + "\nnamespace Serilog.Events { public enum LogEventLevel { Verbose, Debug, Information, Warning, Error, Fatal } }\n",
        Libraries.ZLogger,
        """
        using ZLogger;

        public static partial class Messages
        {
            [LoggerMessage(2, LogLevel.Debug, "{Name}")]
            public static partial void Ask(Microsoft.Extensions.Logging.ILogger logger, string name);

            public static partial void Ask(Microsoft.Extensions.Logging.ILogger logger, string name) { }

            public static void Log(Serilog.ILogger serilog, Microsoft.Extensions.Logging.ILogger logger, string name)
            {
                serilog.Information("{Name}", {|BOLT2003:name.Trim()|});
                if (serilog.IsEnabled(Serilog.Events.LogEventLevel.Information))
                    serilog.Information("{Name}", name.Trim());
                logger.ZLogInformation($"{name.Trim()}");
                Ask(logger, {|BOLT2003:name.Trim()|});
            }
        }
        """);

    [Fact]
    public Task The_fix_asks_first() => Verify.Fix<CheckLevelCodeFix>(
        """
        public class Service(ILogger logger)
        {
            public void Check(int order) => Log.Debugged(logger, {|BOLT2003:Total(order)|});

            public void Check(string name, bool other, LogLevel level, ILogger? maybe)
            {
                // Twice.
                Log.Any(logger, level, {|BOLT2003:name.Trim()|}); // Once.
                logger.LogInformation("{A} {B}", {|BOLT2003:name.Trim()|}, {|BOLT2003:Total(1)|});

                if (other)
                    this.Own({|BOLT2003:name.Trim()|});
                else
                    maybe?.LogError("{A}", {|BOLT2003:name.Trim()|});
            }

            [LogEvent(LogLevel.Warning)]
            private partial void Own(string name);

            private static int Total(int order) => order;
        }
        """.Replace("public class", "public partial class", StringComparison.Ordinal) + Log,
        """
        public class Service(ILogger logger)
        {
            public void Check(int order)
            {
                if (logger.IsEnabled(LogLevel.Debug))
                {
                    Log.Debugged(logger, Total(order));
                }
            }

            public void Check(string name, bool other, LogLevel level, ILogger? maybe)
            {
                // Twice.
                if (logger.IsEnabled(level))
                {
                    Log.Any(logger, level, name.Trim());
                } // Once.
                if (logger.IsEnabled(LogLevel.Information))
                {
                    logger.LogInformation("{A} {B}", name.Trim(), Total(1));
                }

                if (other)
                {
                    if (logger.IsEnabled(LogLevel.Warning))
                    {
                        this.Own(name.Trim());
                    }
                }
                else
                {
                    if (maybe?.IsEnabled(LogLevel.Error) == true)
                    {
                        maybe?.LogError("{A}", name.Trim());
                    }
                }
            }

            [LogEvent(LogLevel.Warning)]
            private partial void Own(string name);

            private static int Total(int order) => order;
        }
        """.Replace("public class", "public partial class", StringComparison.Ordinal) + Log,
        iterations: 5);

    [Fact]
    public Task The_fix_is_not_offered_where_it_would_change_what_runs() => Verify.NoFix<CheckLevelCodeFix>(
        """
        public class Service(ILogger logger)
        {
            public void Check(int order, Dictionary<int, string> names)
            {
                Log.Debugged(logger, {|BOLT2003:Total(order++)|});
                Log.Debugged(logger, {|BOLT2003:names.TryGetValue(1, out var name)|});
                Action act = () => Log.Debugged(logger, {|BOLT2003:Total(order)|});
                GetLogger().LogInformation("{A}", {|BOLT2003:Total(order)|});
                Console.WriteLine(name);
            }

            private ILogger GetLogger() => logger;
            private static int Total(int order) => order;
        }
        """ + Log);
}
