using System.Runtime.CompilerServices;
using Bolt.Benchmarks.Workloads;
using Bolt.Sinks;

namespace Bolt.Benchmarks.Candidates;

/// <summary>Bolt, with its default options apart from delivery, sink and, where asked for, the coarse clock.</summary>
internal readonly struct BoltCalls : ILogCalls
{
    private readonly BoltLoggerFactory _factory;
    private readonly BoltLogger _logger;

    private BoltCalls(Workload workload, Route route, LogClock clock, Stream output, Action<LogError> onError)
    {
        _factory = BoltLoggerFactory.Create(options =>
        {
            options.Delivery = route == Route.SynchronousNull ? Delivery.Synchronous : Delivery.Background;
            options.Clock = clock;
            options.Sinks.Add(new StreamSink(output, leaveOpen: true));
            options.OnError = onError;
        });
        BoltLogger logger = _factory.CreateLogger(LoggedValues.Category);
        _logger = workload == Workload.BoundContext
            ? logger.With("requestId", LoggedValues.RequestId).With("tenant", LoggedValues.Tenant).With("node", LoggedValues.Node)
            : logger;
    }

    public static Candidate Create(Workload workload, Route route, LogClock clock, Stream output)
    {
        long errors = 0;
        var calls = new BoltCalls(workload, route, clock, output, error => Interlocked.Add(ref errors, error.RecordCount));
        return new Candidate<BoltCalls>(calls, () => Interlocked.Read(ref errors));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Disabled(int userId, string ip) => BoltEvents.Disabled(_logger, userId, ip);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void NoField() => BoltEvents.ServiceStarted(_logger);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void TwoFields(int userId, string ip) => BoltEvents.UserLoggedIn(_logger, userId, ip);

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
        string note) => BoltEvents.OrderPlaced(_logger, orderId, customer, items, total, express, batch, placed, took, state, note);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Exception(long orderId, Exception exception) => BoltEvents.OrderFailed(_logger, orderId, exception);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void BoundContext(int userId, string ip) => BoltEvents.UserLoggedIn(_logger, userId, ip);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void LongText(string payload) => BoltEvents.PayloadReceived(_logger, payload);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Nested(List<int> quantities, Shipment shipment) => BoltEvents.ShipmentPacked(_logger, quantities, shipment);

    public void Flush() => _factory.Flush();

    public void Dispose() => _factory.Dispose();
}
