using System.Runtime.CompilerServices;
using Bolt.Benchmarks.Workloads;
using Bolt.Sinks;

namespace Bolt.Benchmarks.Candidates;

/// <summary>Bolt, with its default options apart from delivery, sink and, where asked for, the coarse clock.</summary>
internal readonly struct BoltCalls : ILogCalls
{
    private readonly BoltLoggerFactory _factory;
    private readonly BoltLogger _logger;

    private BoltCalls(Workload workload, Route route, Stream output, LogClock clock, Func<LogSink, LogSink>? around, Action<LogError> onError)
    {
        _factory = BoltLoggerFactory.Create(options =>
        {
            options.Delivery = route == Route.SynchronousNull ? Delivery.Synchronous : Delivery.Background;
            options.Clock = clock;
            var sink = new StreamSink(output, leaveOpen: true);
            options.Sinks.Add(around?.Invoke(sink) ?? sink);
            options.OnError = onError;
        });
        BoltLogger logger = _factory.CreateLogger(LoggedValues.Category);
        _logger = workload == Workload.BoundContext
            ? logger.With("requestId", LoggedValues.RequestId).With("tenant", LoggedValues.Tenant).With("node", LoggedValues.Node)
            : logger;
    }

    /// <param name="workload">The only workload it will be asked for.</param>
    /// <param name="route">How records leave.</param>
    /// <param name="output">Where they go; not disposed.</param>
    /// <param name="clock">Null for the default.</param>
    /// <param name="around">Puts another sink around the one over <paramref name="output"/>.</param>
    public static Candidate Create(Workload workload, Route route, Stream output, LogClock? clock = null, Func<LogSink, LogSink>? around = null)
    {
        long errors = 0;
        var calls = new BoltCalls(workload, route, output, clock ?? LogClock.Precise, around, error => Interlocked.Add(ref errors, error.RecordCount));
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
