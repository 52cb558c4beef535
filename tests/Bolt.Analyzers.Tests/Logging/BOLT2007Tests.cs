using Bolt.Analyzers.Logging;
using Bolt.Analyzers.Tests.Testing;
using Bolt.CodeFixes.Logging;
using Microsoft.CodeAnalysis.Testing;
using Xunit;
using Verify = Bolt.Analyzers.Tests.Testing.Verify<Bolt.Analyzers.Logging.LogCallQualityAnalyzer>;

namespace Bolt.Analyzers.Tests.Logging;

public sealed class BOLT2007Tests : RuleTests<LogCallQualityAnalyzer>
{
    /// <summary>Where BOLT2001 speaks, its fix writes the template.</summary>
    private const string Alone =
        """
        dotnet_diagnostic.BOLT2001.severity = none
        dotnet_diagnostic.BOLT2003.severity = none
        """;

    private const string Serilog =
        """
        namespace Serilog
        {
            public static class Log
            {
                public static void Information(string messageTemplate) { }
                public static void Information<T>(string messageTemplate, T propertyValue) { }
                public static void Information<T0, T1>(string messageTemplate, T0 propertyValue0, T1 propertyValue1) { }
            }
        }
        """;

    protected override string Message => "the message template is the variable 'message'; write a constant one, and pass the values as arguments";

    protected override string Violation =>
        """
        public class Service(ILogger logger)
        {
            public void LogIn(int id)
            {
                var message = "User " + id + " logged in";
                logger.LogInformation({|BOLT2007:message|});
            }
        }
        """;

    [Fact]
    public Task Every_way_to_make_a_template_is_reported() => Verify.Analyzer(
        """
        public class Service(ILogger logger)
        {
            private const string Name = "name";
            private string _text = "a {Id}";
            private static string Text { get; } = "a {Id}";

            public void Run(int id, string message, bool ok, Exception error, ILogger? other)
            {
                logger.LogInformation({|BOLT2007:$"User {id}"|});
                logger.LogInformation({|BOLT2007:"User " + id|});
                logger.LogInformation({|BOLT2007:string.Format("User {0}", id)|});
                logger.LogInformation({|BOLT2007:string.Concat("User ", message)|});
                logger.LogInformation({|BOLT2007:ok ? "a" : "b"|});
                logger.LogInformation({|BOLT2007:id switch { 1 => "a", _ => "b" }|});
                logger.LogInformation({|BOLT2007:message ?? "none"|});
                logger.LogInformation({|BOLT2007:message|}, id);
                logger.LogInformation({|BOLT2007:_text|}, id);
                logger.LogInformation({|BOLT2007:Text|}, id);
                logger.LogInformation({|BOLT2007:message.Trim()|});
                logger.LogInformation(({|BOLT2007:message|}));
                logger.LogInformation({|BOLT2007:$"{Name} {id}"|});
                logger.LogError(error, {|BOLT2007:$"User {id} {{Name}}"|}, message);
                logger.Log(LogLevel.Debug, 1, {|BOLT2007:"User " + id|});
                other?.LogInformation({|BOLT2007:$"User {id}"|});
            }
        }
        """,
        Alone,
        []);

    [Fact]
    public Task Constant_templates_are_silent() => Verify.Analyzer(
        """
        using System.Diagnostics.CodeAnalysis;

        public class Service(ILogger logger)
        {
            private const string Name = "name";
            private static readonly string s_text = "User {Id} of " + Name;

            public void Run(int id, string text)
            {
                const string Local = "User {Id}";
                logger.LogInformation("User {Id}", id);
                logger.LogInformation("User {Id} " + "and more", id);
                logger.LogInformation($"User of {Name}");
                logger.LogInformation(nameof(Run));
                logger.LogInformation(Local, id);
                logger.LogInformation(s_text, id);
                logger.LogInformation(string.Empty);
                logger.LogInformation(message: "User {Id}", args: [id]);
                logger.Log(LogLevel.Information, default, text, null, (state, _) => state);
                logger.BeginScope(text);
                Console.WriteLine($"User {id}");
                Log.Text(logger, $"User {id}");
            }

            public void Wrapped(string template, params object?[] values) => logger.LogInformation(template, values);

            public void Expected([ConstantExpected] string template, int id) => logger.LogInformation(template, id);

            [Serilog.Core.MessageTemplateFormatMethod("template")]
            public void Annotated(string template, int id) => logger.LogInformation(template, id);
        }

        public static partial class Log
        {
            [LogEvent(LogLevel.Debug, "{Text}")]
            public static partial void Text(ILogger logger, string text);
        }

        namespace Serilog.Core
        {
            public class MessageTemplateFormatMethodAttribute(string name) : Attribute
            {
                public string Name => name;
            }
        }
        """,
        Alone,
        []);

    [Fact]
    public Task What_becomes_a_log_method_is_for_that_rule() => Verify.Analyzer(
        """
        public class Service(ILogger logger)
        {
            public void Run(int id, string message, EventId unknown)
            {
                logger.LogInformation($"User {id}");
                logger.LogInformation("User " + id);
                logger.LogInformation({|BOLT2007:message|});
                logger.LogInformation(unknown, {|BOLT2007:$"User {id}"|});
            }
        }
        """);

    [Fact]
    public Task Other_libraries_are_known() => Verify.Files(
        editorConfig: null,
        Serilog,
        Libraries.ZLogger,
        """
        using ZLogger;

        public static class Program
        {
            public static void Run(ILogger logger, int id)
            {
                Serilog.Log.Information("User {Id}", id);
                logger.ZLogInformation($"User {id}");
            }

            public static void Run(int id) => Serilog.Log.Information({|BOLT2007:$"User {id}"|});
        }
        """);

    [Fact]
    public Task The_fix_writes_the_template() => Verify.Fix<ConstantTemplateCodeFix>(
        """
        public class Service(ILogger logger)
        {
            private const string Name = "name";
            private readonly string _text = "a";

            public void Run(int id, string message, bool ok, Exception error, ILogger? other, int[] ids, string[] names, DateTime at)
            {
                logger.LogInformation({|BOLT2007:$"User {id,5} at {at:O}"|}); // One.
                logger.LogInformation({|BOLT2007:"User " + id + " of " + Name + '!'|});
                logger.LogInformation({|BOLT2007:string.Format("User {0:X} {{x}} {1}", id, message)|});
                logger.LogInformation({|BOLT2007:$"{Name} {{x}} {'c'}"|});
                logger.LogInformation({|BOLT2007:$"{id} {id} {message.Length} {(ok ? 1 : 2)}"|});
                logger.LogInformation({|BOLT2007:message|});
                logger.LogInformation({|BOLT2007:_text|});
                logger.LogInformation({|BOLT2007:message.Trim()|});
                logger.LogInformation({|BOLT2007:message ?? "none"|});
                logger.LogInformation({|BOLT2007:$"Names {names}"|});
                logger.LogInformation({|BOLT2007:$"Ids {ids}"|});
                logger.LogError(error, {|BOLT2007:$"User {id} {{Name}}"|}, message);
                logger.LogError({|BOLT2007:"User {Id,5:X} {{x}} " + message + " {Name}"|}, new object[] { id, Name });
                logger.Log(
                    LogLevel.Debug,
                    1,
                    {|BOLT2007:"User " + id|}
                    );
                other?.LogInformation({|BOLT2007:$"User {id}"|});
            }
        }
        """,
        """
        public class Service(ILogger logger)
        {
            private const string Name = "name";
            private readonly string _text = "a";

            public void Run(int id, string message, bool ok, Exception error, ILogger? other, int[] ids, string[] names, DateTime at)
            {
                logger.LogInformation("User {Id,5} at {At:O}", id, at); // One.
                logger.LogInformation("User {Id} of name!", id);
                logger.LogInformation("User {Id:X} {{x}} {Message}", id, message);
                logger.LogInformation("name {{x}} {Value}", 'c');
                logger.LogInformation("{Id} {Id2} {MessageLength} {Value}", id, id, message.Length, (ok ? 1 : 2));
                logger.LogInformation("{Message}", message);
                logger.LogInformation("{Text}", _text);
                logger.LogInformation("{Trim}", message.Trim());
                logger.LogInformation("{Message}", message ?? "none");
                logger.LogInformation("Names {Names}", (object)names);
                logger.LogInformation("Ids {Ids}", ids);
                logger.LogError(error, "User {Id} {Name}", id, message);
                logger.LogError("User {Id,5:X} {{x}} {Message} {Name}", id, message, Name);
                logger.Log(
                    LogLevel.Debug,
                    1,
                    "User {Id}", id
                    );
                other?.LogInformation("User {Id}", id);
            }
        }
        """,
        editorConfig: Alone);

    [Fact]
    public Task The_fix_knows_Serilog() => Verify.Fix<ConstantTemplateCodeFix>(
        [
            Serilog,
            """
            public static class Program
            {
                public static void Run(int id, string name)
                {
                    Serilog.Log.Information({|BOLT2007:$"User {id} {name}"|});
                    Serilog.Log.Information({|BOLT2007:"User {@Id} " + name|}, id);
                }
            }
            """,
        ],
        [
            Serilog,
            """
            public static class Program
            {
                public static void Run(int id, string name)
                {
                    Serilog.Log.Information("User {Id} {Name:l}", id, name);
                    Serilog.Log.Information("User {@Id} {Name:l}", id, name);
                }
            }
            """,
        ]);

    [Fact]
    public Task The_fix_is_not_offered_where_it_would_say_something_else() => Verify.NoFix<ConstantTemplateCodeFix>(
        """
        public class Service(ILogger logger)
        {
            public void Run(int id, string message, bool ok, object[] values)
            {
                logger.LogInformation({|BOLT2007:ok ? "a" : "b"|});
                logger.LogInformation({|BOLT2007:message|}, id);
                logger.LogInformation({|BOLT2007:$"User {id} {{Name}}"|}, values);
                logger.LogInformation({|BOLT2007:$"User {id} {{Name}}"|}, id, message);
                logger.LogInformation({|BOLT2007:$"User {message.AsSpan()}"|});
                logger.LogInformation({|BOLT2007:$"User {id}"|} /* remark */);
                logger.LogInformation({|BOLT2007:string.Format("{1} {0}", id, message)|});
            }
        }
        """,
        Alone);
}
