using System.Runtime.CompilerServices;
using System.Text.Json;
using Bolt.Benchmarks.Workloads;
using Microsoft.Extensions.Logging;

namespace Bolt.Benchmarks.Candidates;

/// <summary>Microsoft.Extensions.Logging by its generated log methods, with the console's JSON formatter.</summary>
internal readonly struct MicrosoftCalls(MicrosoftSetup setup) : ILogCalls
{
    private readonly ILogger _logger = setup.Logger;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Disabled(int userId, string ip) => MicrosoftEvents.Disabled(_logger, userId, ip);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void NoField() => MicrosoftEvents.ServiceStarted(_logger);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void TwoFields(int userId, string ip) => MicrosoftEvents.UserLoggedIn(_logger, userId, ip);

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
        string note) => MicrosoftEvents.OrderPlaced(_logger, orderId, customer, items, total, express, batch, placed, took, state, note);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Exception(long orderId, Exception exception) => MicrosoftEvents.OrderFailed(_logger, orderId, exception);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void BoundContext(int userId, string ip) => MicrosoftEvents.UserLoggedIn(_logger, userId, ip);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void LongText(string payload) => MicrosoftEvents.PayloadReceived(_logger, payload);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Nested(List<int> quantities, Shipment shipment) =>
        MicrosoftEvents.ShipmentPacked(
            _logger,
            JsonSerializer.Serialize(quantities, ShipmentJson.Default.ListInt32),
            JsonSerializer.Serialize(shipment, ShipmentJson.Default.Shipment));

    public void Flush() => setup.Flush();

    public void Dispose() => setup.Dispose();
}
