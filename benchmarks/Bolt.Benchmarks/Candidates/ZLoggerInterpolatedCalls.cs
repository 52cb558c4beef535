using System.Runtime.CompilerServices;
using Bolt.Benchmarks.Workloads;
using Microsoft.Extensions.Logging;
using ZLogger;

namespace Bolt.Benchmarks.Candidates;

/// <summary>ZLogger by interpolated strings.</summary>
internal readonly struct ZLoggerInterpolatedCalls(ZLoggerSetup setup) : ILogCalls
{
    private readonly ILogger _logger = setup.Logger;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Disabled(int userId, string ip) => _logger.ZLogDebug($"User {userId} logged in from {ip}");

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void NoField() => _logger.ZLogInformation($"Service started");

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void TwoFields(int userId, string ip) => _logger.ZLogInformation($"User {userId} logged in from {ip}");

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
        string note) => _logger.ZLogInformation(
            $"Order {orderId} of {customer}: {items} items for {total}, express {express}, batch {batch}, placed {placed}, took {took}, state {state}, note {note}");

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Exception(long orderId, Exception exception) => _logger.ZLogError(exception, $"Order {orderId} failed");

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void BoundContext(int userId, string ip) => TwoFields(userId, ip);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void LongText(string payload) => _logger.ZLogInformation($"Payload {payload} received");

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Nested(List<int> quantities, Shipment shipment) =>
        _logger.ZLogInformation($"Shipment {shipment:json} of {quantities:json} packed");

    public void Flush() => setup.Flush();

    public void Dispose() => setup.Dispose();
}
