using Bolt.Analyzers.Logging;
using Bolt.Analyzers.Tests.Testing;
using Xunit;
using Verify = Bolt.Analyzers.Tests.Testing.Verify<Bolt.Analyzers.Logging.DuplicateEventAnalyzer>;

namespace Bolt.Analyzers.Tests.Logging;

public sealed class BOLT2006Tests : RuleTests<DuplicateEventAnalyzer>
{
    protected override string Message => "'Sent' has the event id 17 of 'Paid'; give each event its own";

    protected override string Violation =>
        """
        public static partial class Log
        {
            [LogEvent(LogLevel.Information, "Paid", EventId = 17)]
            public static partial void Paid(ILogger logger);

            [LogEvent(LogLevel.Information, "Sent", {|BOLT2006:EventId = 17|})]
            public static partial void Sent(ILogger logger);
        }
        """;

    [Fact]
    public Task Names_are_compared_too() => Verify.Analyzer(
        """
        public static partial class Log
        {
            [LogEvent(LogLevel.Information, {|BOLT2006:EventName = nameof(Sent)|})]
            public static partial void Paid(ILogger logger);

            [LogEvent(LogLevel.Information)]
            public static partial void Sent(ILogger logger);

            [LogEvent(LogLevel.Information, EventName = "order.lost")]
            public static partial void Lost(ILogger logger);

            [LogEvent(LogLevel.Information, {|BOLT2006:EventName = "order.lost"|})]
            public static partial void Gone(ILogger logger);

            [LogEvent(LogLevel.Information, EventName = "Kept")]
            public static partial void Kept(ILogger logger);
        }
        """);

    [Fact]
    public Task The_parts_of_a_type_are_one() => Verify.Files(
        editorConfig: null,
        """
        public static partial class Log
        {
            private const int Id = 3;

            [LogEvent(LogLevel.Information, EventId = Id)]
            public static partial void Paid(ILogger logger);
        }
        """,
        """
        public static partial class Log
        {
            [LogEvent(LogLevel.Information, {|BOLT2006:EventId = 3|})]
            public static partial void Sent(ILogger logger);
        }
        """);

    [Fact]
    public Task Events_of_their_own_are_silent() => Verify.Analyzer(
        """
        public static partial class Orders
        {
            [LogEvent(LogLevel.Information, EventId = 1)]
            public static partial void Paid(ILogger logger, int order);

            [LogEvent(LogLevel.Information, EventId = 1)]
            public static partial void Paid(ILogger logger, Guid order);

            [LogEvent(LogLevel.Information, EventId = 2)]
            public static partial void Sent(ILogger logger);

            [LogEvent(LogLevel.Information, EventId = 0)]
            public static partial void Lost(ILogger logger);

            [LogEvent(LogLevel.Information)]
            public static partial void Gone(ILogger logger);

            [LogEvent(LogLevel.Information, EventId = 0)]
            public static partial void Kept(ILogger logger);
        }

        public static partial class Customers
        {
            [LogEvent(LogLevel.Information, EventId = 1, EventName = "Paid")]
            public static partial void Came(ILogger logger);
        }
        """);
}
