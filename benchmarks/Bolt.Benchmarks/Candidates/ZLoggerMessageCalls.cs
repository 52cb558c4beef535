using System.Runtime.CompilerServices;
using Bolt.Benchmarks.Workloads;
using Microsoft.Extensions.Logging;

namespace Bolt.Benchmarks.Candidates;

/// <summary>ZLogger by its generated log methods.</summary>
internal readonly struct ZLoggerMessageCalls(ZLoggerSetup setup) : ILogCalls
{
    private readonly ILogger _logger = setup.Logger;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Disabled(int userId, string ip) => ZLoggerEvents.Disabled(_logger, userId, ip);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void NoField() => ZLoggerEvents.ServiceStarted(_logger);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void TwoFields(int userId, string ip) => ZLoggerEvents.UserLoggedIn(_logger, userId, ip);

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
        string note) => ZLoggerEvents.OrderPlaced(_logger, orderId, customer, items, total, express, batch, placed, took, state, note);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Exception(long orderId, Exception exception) => ZLoggerEvents.OrderFailed(_logger, orderId, exception);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void BoundContext(int userId, string ip) => ZLoggerEvents.UserLoggedIn(_logger, userId, ip);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void LongText(string payload) => ZLoggerEvents.PayloadReceived(_logger, payload);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Nested(List<int> quantities, Shipment shipment) => ZLoggerEvents.ShipmentPacked(_logger, quantities, shipment);

    public void Flush() => setup.Flush();

    public void Dispose() => setup.Dispose();
}
