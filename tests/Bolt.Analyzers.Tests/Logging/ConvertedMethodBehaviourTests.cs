using System.Reflection;
using Bolt.Analyzers.Tests.Testing;
using Bolt.CodeFixes.Logging;
using Microsoft.CodeAnalysis;
using Utf8StringInterpolation;
using Xunit;
using ZLogger;
using Verify = Bolt.Analyzers.Tests.Testing.Verify<Bolt.Analyzers.Logging.ConvertibleMethodAnalyzer>;

namespace Bolt.Analyzers.Tests.Logging;

/// <summary>Log methods of other generators, run as those generators write them and as Bolt does once they are converted.</summary>
public sealed class ConvertedMethodBehaviourTests
{
    private const string Program =
        """


        public static class Program
        {
            public static void Run(ILogger logger)
            {
                logger.LoggedIn(7, "Rome");
                Log.Priced(logger, 12.5m, "Ann");
                Log.Due(logger, new DateTime(2026, 1, 2, 3, 4, 5), TimeSpan.FromSeconds(90), DateTimeOffset.UnixEpoch, DayOfWeek.Friday, new InvalidOperationException("broken"));
                Log.Any(logger, LogLevel.Critical, 3);
                Log.Braces(logger);
            }
        }
        """;

    private const string Methods =
        """
        public static partial class Log
        {
            [Attribute(17, LogLevel.Information, "User {Id} is in {City}")]
            public static partial void {|BOLT2002:LoggedIn|}(this ILogger logger, int id, string city);

            [Attribute(EventId = 18, EventName = "Priced", Level = LogLevel.Debug, Message = "Price {Price} for {Who}")]
            public static partial void {|BOLT2002:Priced|}(ILogger logger, decimal price, string? who);

            [Attribute(19, LogLevel.Warning, "Due {Due}, took {Took} at {At}, on {Day}")]
            public static partial void {|BOLT2002:Due|}(ILogger logger, DateTime due, TimeSpan took, DateTimeOffset at, DayOfWeek day, Exception error);

            [Attribute(EventId = 20, Message = "Number {Number}")]
            public static partial void {|BOLT2002:Any|}(ILogger logger, LogLevel level, int number);

            [Attribute(21, LogLevel.Error, "Braces {{x}} stay")]
            public static partial void {|BOLT2002:Braces|}(ILogger logger);
        }
        """;

    private const string Converted =
        """
        public static partial class Log
        {
            [LogEvent(LogLevel.Information, "User {Id} is in {City}", EventId = 17)]
            public static partial void LoggedIn(this ILogger logger, int id, string city);

            [LogEvent(LogLevel.Debug, "Price {Price} for {Who}", EventId = 18, EventName = "Priced")]
            public static partial void Priced(ILogger logger, decimal price, string? who);

            [LogEvent(LogLevel.Warning, "Due {Due:G}, took {Took:c} at {At:MM/dd/yyyy HH:mm:ss zzz}, on {Day}", EventId = 19)]
            public static partial void Due(ILogger logger, DateTime due, TimeSpan took, DateTimeOffset at, DayOfWeek day, Exception error);

            [LogEvent("Number {Number}", EventId = 20)]
            public static partial void Any(ILogger logger, LogLevel level, int number);

            [LogEvent(LogLevel.Error, "Braces {{x}} stay", EventId = 21)]
            public static partial void Braces(ILogger logger);
        }
        """;

    [Fact]
    public async Task Records_of_LoggerMessage_are_the_same()
    {
        var methods = Methods.Replace("Attribute(", "LoggerMessage(", StringComparison.Ordinal);
        var converted = Converted.Replace("Braces {{x}}", "Braces {{{{x}}}}", StringComparison.Ordinal);
        await Verify.FixOneSide<ConvertLogMethodCodeFix>(methods, converted, iterations: 1);
        Compare(methods, converted, [], Generator("Microsoft.Extensions.Logging.Generators.dll"));
    }

    [Fact]
    public async Task Records_of_ZLoggerMessage_are_the_same()
    {
        const string Using = "using ZLogger;\n\n";
        var methods = Using + Methods.Replace("Attribute(", "ZLoggerMessage(", StringComparison.Ordinal);
        var converted = Using + Converted;
        await Verify.FixOneSide<ConvertLogMethodCodeFix>([methods, Libraries.ZLogger], [converted, Libraries.ZLogger], iterations: 1);
        MetadataReference[] references = [MetadataReference.CreateFromFile(typeof(ZLoggerMessageAttribute).Assembly.Location), MetadataReference.CreateFromFile(typeof(Utf8String).Assembly.Location)];
        Compare(methods, converted, references, Generator("ZLogger.Generator.dll"));
    }

    private static void Compare(string methods, string converted, MetadataReference[] references, ISourceGenerator other)
    {
        const RecordParts Parts = RecordParts.EventId | RecordParts.EventName | RecordParts.ErrorType;
        var before = LoggedRecords.Of(TestCompilation.Create(BehaviourPreserved.WithoutMarks(methods) + Program, references, other), Parts);
        Assert.Equal(5, before.Length);
        Assert.Equal(string.Join('\n', before), string.Join('\n', LoggedRecords.Of(TestCompilation.Create(converted + Program, references), Parts)));
    }

    private static ISourceGenerator Generator(string file)
    {
        var type = Assembly.LoadFrom(Path.Combine(AppContext.BaseDirectory, "Generators", file)).GetTypes().Single(static type => type.IsDefined(typeof(GeneratorAttribute)));
        return Activator.CreateInstance(type) is IIncrementalGenerator incremental ? incremental.AsSourceGenerator() : (ISourceGenerator)Activator.CreateInstance(type)!;
    }
}
