namespace Bolt.Benchmarks.Workloads;

/// <summary>The enum of <see cref="Workload.TenFields"/>.</summary>
public enum OrderState
{
    /// <summary>Not yet paid.</summary>
    Pending,

    /// <summary>Paid.</summary>
    Paid,

    /// <summary>On its way.</summary>
    Shipped,

    /// <summary>Taken back.</summary>
    Returned,
}
