using System.Runtime.CompilerServices;
using Bolt.Benchmarks.Limit;
using Bolt.Benchmarks.Workloads;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bolt.Benchmarks.Candidates;

/// <summary>The hand-written limit.</summary>
internal readonly struct LimitCalls(LimitWriter writer) : ILogCalls
{
    private readonly ILogger _logger = NullLogger.Instance;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Disabled(int userId, string ip) => LimitEvents.Disabled(_logger, userId, ip);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void NoField() => writer.NoField();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void TwoFields(int userId, string ip) => writer.TwoFields(userId, ip);

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
        string note) => writer.TenFields(orderId, customer, items, total, express, batch, placed, took, state, note);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Exception(long orderId, Exception exception) => writer.Exception(orderId, exception);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void BoundContext(int userId, string ip) => writer.BoundContext(userId, ip);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void LongText(string payload) => writer.LongText(payload);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Nested(List<int> quantities, Shipment shipment) => writer.Nested(quantities, shipment);

    public void Flush()
    {
    }

    public void Dispose() => writer.Dispose();
}
