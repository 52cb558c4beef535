using System.Runtime.CompilerServices;
using Bolt.Migration.Tests.Guides;
using Bolt.Migration.Tests.Lines;
using Bolt.Sinks;
using Microsoft.Extensions.Logging;

namespace Bolt.Migration.Tests.Shapes;

/// <summary>The table of docs/migrating/README.md: a record as it is, and in each shape.</summary>
public sealed partial class ShapeTests() : GuideTable("README")
{
    [LogEvent(LogLevel.Warning, "Order {OrderId} is late")]
    private static partial void OrderLate(ILogger logger, int orderId, [LogFields] User user, [LogName("url.path")] string path);

    // row: Go Bolt
    [Fact]
    public void Go_Bolt() => Row(sink => new ShapedSink(sink, RecordShape.GoBolt));

    // row: Serilog compact
    [Fact]
    public void Serilog_compact() => Row(sink => new ShapedSink(sink, RecordShape.SerilogCompact));

    // row: Elastic Common Schema
    [Fact]
    public void Elastic_Common_Schema() => Row(sink => new ShapedSink(sink, RecordShape.Ecs));

    private void Row(Func<LogSink, LogSink> around, [CallerArgumentExpression(nameof(around))] string code = "", [CallerMemberName] string test = "", [CallerFilePath] string file = "") =>
        Check(
            test,
            file,
            new Cell([], BoltLines.Of(Log, static options => options.Include = RecordParts.Default)),
            new Cell([.. RowSource.Body(code)], BoltLines.Of(Log, static options => options.Include = RecordParts.Default, around)));

    private static void Log(BoltLogger logger)
    {
        using var activity = Trace.Start();
        OrderLate(logger, 4711, new User("Ada", 36), "/orders");
    }
}
