using System.Runtime.CompilerServices;
using System.Text;
using Bolt.Benchmarks.Workloads;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting;

namespace Bolt.Benchmarks.Candidates;

/// <summary>
/// Serilog with one of its compact JSON formatters (one renders the message, as the other libraries do; one writes the template instead)
/// into a buffered writer; in the background through Serilog.Sinks.Async with a queue of 10,000 events that blocks when it is full.
/// </summary>
internal readonly struct SerilogCalls : ILogCalls
{
    private readonly Logger _root;
    private readonly ILogger _logger;
    private readonly BufferedSink _sink;

    public SerilogCalls(Workload workload, Route route, ITextFormatter formatter, Stream output)
    {
        var sink = _sink = new BufferedSink(output, formatter, route != Route.SynchronousNull);
        LoggerConfiguration configuration = new LoggerConfiguration().MinimumLevel.Information();
        _root = (sink.IsBackground
            ? configuration.WriteTo.Async(inner => inner.Sink(sink), bufferSize: 10_000, blockWhenFull: true)
            : configuration.WriteTo.Sink(sink)).CreateLogger();
        ILogger logger = _root.ForContext(Constants.SourceContextPropertyName, LoggedValues.Category);
        if (workload == Workload.BoundContext)
        {
            foreach ((string name, object? value) in BoundFields.Pairs)
                logger = logger.ForContext(name, value);
        }

        _logger = logger;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Disabled(int userId, string ip) => _logger.Debug("User {userId} logged in from {ip}", userId, ip);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void NoField() => _logger.Information("Service started");

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void TwoFields(int userId, string ip) => _logger.Information("User {userId} logged in from {ip}", userId, ip);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void TenFields(
        long orderId,
        string customer,
        int items,
        double total,
        bool express,
        Guid batch,
        DateTimeOffset placed,
        TimeSpan took,
        OrderState state,
        string note) => _logger.Information(
            "Order {orderId} of {customer}: {items} items for {total}, express {express}, batch {batch}, placed {placed}, took {took}, state {state}, note {note}",
            orderId,
            customer,
            items,
            total,
            express,
            batch,
            placed,
            took,
            state,
            note);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Exception(long orderId, Exception exception) => _logger.Error(exception, "Order {orderId} failed", orderId);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void BoundContext(int userId, string ip) => TwoFields(userId, ip);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void LongText(string payload) => _logger.ForContext("payload", payload).Information("Payload received");

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Nested(List<int> quantities, Shipment shipment) =>
        _logger.ForContext("quantities", quantities).ForContext("shipment", shipment, destructureObjects: true).Information("Shipment packed");

    public void Flush()
    {
        if (_sink.IsBackground)
            _sink.End.Await(_logger, static logger => logger.Fatal(EndMark.Text));
        else
            _sink.Flush();
    }

    public void Dispose()
    {
        _root.Dispose();
        _sink.Dispose();
    }

    private sealed class BufferedSink(Stream output, ITextFormatter formatter, bool isBackground) : ILogEventSink, IDisposable
    {
        private readonly StreamWriter _writer = new(output, new UTF8Encoding(false), 64 * 1024, leaveOpen: true);

        public bool IsBackground => isBackground;

        public EndMark End { get; } = new();

        public void Emit(LogEvent logEvent)
        {
            lock (_writer)
            {
                formatter.Format(logEvent, _writer);
                if (End.IsAwaited && logEvent.MessageTemplate.Text == EndMark.Text)
                {
                    _writer.Flush();
                    End.Seen();
                }
            }
        }

        public void Flush()
        {
            lock (_writer)
                _writer.Flush();
        }

        public void Dispose()
        {
            _writer.Dispose();
            End.Dispose();
        }
    }
}
