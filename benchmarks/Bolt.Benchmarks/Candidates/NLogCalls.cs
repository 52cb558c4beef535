using System.Runtime.CompilerServices;
using System.Text;
using Bolt.Benchmarks.Workloads;
using NLog;
using NLog.Common;
using NLog.Config;
using NLog.Layouts;
using NLog.Targets;
using NLog.Targets.Wrappers;

namespace Bolt.Benchmarks.Candidates;

/// <summary>
/// NLog with its JSON layout into a buffered writer; in the background through its asynchronous wrapper with a queue of 10,000 events that
/// blocks when it is full.
/// </summary>
internal readonly struct NLogCalls : ILogCalls
{
    private readonly LogFactory _factory;
    private readonly Logger _logger;

    public NLogCalls(Workload workload, Route route, Stream output)
    {
        var layout = new JsonLayout { SuppressSpaces = true, IncludeEventProperties = true, MaxRecursionLimit = 3 };
        layout.Attributes.Add(new JsonAttribute("time", "${date:universalTime=true:format=O}"));
        layout.Attributes.Add(new JsonAttribute("level", "${level:lowercase=true}"));
        layout.Attributes.Add(new JsonAttribute("category", "${logger}"));
        layout.Attributes.Add(new JsonAttribute("message", "${message}"));
        if (workload == Workload.Exception)
            layout.Attributes.Add(new JsonAttribute("error", "${exception:format=ToString}"));

        Target target = new BufferedTarget(output) { Name = "output", Layout = layout };
        if (route != Route.SynchronousNull)
        {
            target = new AsyncTargetWrapper(target)
            {
                Name = "queue",
                QueueLimit = 10_000,
                OverflowAction = AsyncTargetWrapperOverflowAction.Block,
            };
        }

        _factory = new LogFactory { ThrowExceptions = true, AutoShutdown = false };
        var configuration = new LoggingConfiguration(_factory);
        configuration.AddRule(LogLevel.Info, LogLevel.Fatal, target);
        _factory.Configuration = configuration;
        Logger logger = _factory.GetLogger(LoggedValues.Category);
        _logger = workload == Workload.BoundContext
            ? logger.WithProperties(BoundFields.Pairs!)
            : logger;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Disabled(int userId, string ip) => _logger.Debug("User {userId} logged in from {ip}", userId, ip);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void NoField() => _logger.Info("Service started");

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void TwoFields(int userId, string ip) => _logger.Info("User {userId} logged in from {ip}", userId, ip);

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
        string note) => _logger.Info(
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
    public void LongText(string payload) => _logger.ForInfoEvent().Message("Payload received").Property("payload", payload).Log();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Nested(List<int> quantities, Shipment shipment) =>
        _logger.ForInfoEvent().Message("Shipment packed").Property("quantities", quantities).Property("shipment", shipment).Log();

    public void Flush() => _factory.Flush(TimeSpan.FromSeconds(30));

    public void Dispose() => _factory.Dispose();

    private sealed class BufferedTarget(Stream output) : TargetWithLayout
    {
        private readonly StreamWriter _writer = new(output, new UTF8Encoding(false), 64 * 1024, leaveOpen: true);
        private readonly StringBuilder _text = new();

        // NLog calls a target under its lock.
        protected override void Write(LogEventInfo logEvent)
        {
            _text.Clear();
            Layout!.Render(logEvent, _text);
            _text.Append('\n');
            _writer.Write(_text);
        }

        protected override void FlushAsync(AsyncContinuation asyncContinuation)
        {
            _writer.Flush();
            asyncContinuation(null);
        }

        protected override void CloseTarget()
        {
            _writer.Dispose();
            base.CloseTarget();
        }
    }
}
