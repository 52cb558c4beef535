using System.Runtime.CompilerServices;
using Bolt.Benchmarks.Limit;
using Bolt.Benchmarks.Workloads;

namespace Bolt.Benchmarks.Candidates;

/// <summary>The hand-written limit. Its disabled call is an empty method that the compiler inlines: nothing but the loop.</summary>
internal readonly struct LimitCalls(LimitWriter writer) : ILogCalls
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Disabled(int userId, string ip)
    {
    }

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

    public void Flush()
    {
    }

    public void Dispose() => writer.Dispose();
}
