using Bolt.Benchmarks.Workloads;

namespace Bolt.Benchmarks.Candidates;

/// <summary>
/// The log calls of one candidate, one method a workload, as an application would write them. Implemented by structs, so that the loop
/// around them is compiled for each and adds no indirect call.
/// </summary>
internal interface ILogCalls : IDisposable
{
    void Disabled(int userId, string ip);

    void NoField();

    void TwoFields(int userId, string ip);

    void TenFields(
        long orderId,
        string customer,
        int items,
        double total,
        bool express,
        Guid batch,
        DateTimeOffset placed,
        TimeSpan took,
        OrderState state,
        string note);

    void Exception(long orderId, Exception exception);

    /// <summary>As <see cref="TwoFields"/>, with the bound fields.</summary>
    void BoundContext(int userId, string ip);

    void LongText(string payload);

    void Nested(List<int> quantities, Shipment shipment);

    /// <summary>Returns when everything logged so far is with the output.</summary>
    void Flush();
}
