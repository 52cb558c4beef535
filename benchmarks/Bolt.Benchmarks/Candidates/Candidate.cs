using System.Runtime.CompilerServices;
using Bolt.Benchmarks.Workloads;

namespace Bolt.Benchmarks.Candidates;

/// <summary>A way of logging, ready for one workload and route.</summary>
internal abstract class Candidate : IDisposable
{
    /// <summary>Logs so many events.</summary>
    public abstract void Log(Workload workload, int count);

    /// <summary>Returns when everything logged so far is with the output.</summary>
    public abstract void Flush();

    /// <summary>Records that the logger has reported lost or changed; null where it does not tell.</summary>
    public abstract long? Errors { get; }

    public abstract void Dispose();
}

/// <inheritdoc/>
internal sealed class Candidate<TCalls>(TCalls calls, Func<long>? errors = null) : Candidate
    where TCalls : struct, ILogCalls
{
    private readonly TCalls _calls = calls;

    public override void Log(Workload workload, int count)
    {
        switch (workload)
        {
            case Workload.Disabled: Disabled(count); break;
            case Workload.NoField: NoField(count); break;
            case Workload.TwoFields: TwoFields(count); break;
            case Workload.TenFields: TenFields(count); break;
            case Workload.Exception: Exception(count); break;
            case Workload.BoundContext: BoundContext(count); break;
            case Workload.LongAscii: LongAscii(count); break;
            case Workload.LongMixed: LongMixed(count); break;
            case Workload.Nested: Nested(count); break;
            default: throw new ArgumentOutOfRangeException(nameof(workload), workload, "Not a workload.");
        }
    }

    public override void Flush() => _calls.Flush();

    public override long? Errors => errors?.Invoke();

    public override void Dispose() => _calls.Dispose();

    // A loop of its own for each, so that each is compiled for what it does alone.

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Disabled(int count)
    {
        TCalls calls = _calls;
        for (int i = 0; i < count; i++)
            calls.Disabled(LoggedValues.UserId(i), LoggedValues.Address);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void NoField(int count)
    {
        TCalls calls = _calls;
        for (int i = 0; i < count; i++)
            calls.NoField();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void TwoFields(int count)
    {
        TCalls calls = _calls;
        for (int i = 0; i < count; i++)
            calls.TwoFields(LoggedValues.UserId(i), LoggedValues.Address);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void TenFields(int count)
    {
        TCalls calls = _calls;
        for (int i = 0; i < count; i++)
        {
            calls.TenFields(
                LoggedValues.OrderId(i),
                LoggedValues.Customer,
                LoggedValues.Items(i),
                LoggedValues.Total(i),
                (i & 4) == 0,
                LoggedValues.Batch,
                LoggedValues.Placed,
                LoggedValues.Took,
                LoggedValues.State,
                LoggedValues.Note);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Exception(int count)
    {
        TCalls calls = _calls;
        for (int i = 0; i < count; i++)
            calls.Exception(LoggedValues.OrderId(i), LoggedValues.Error);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void BoundContext(int count)
    {
        TCalls calls = _calls;
        for (int i = 0; i < count; i++)
            calls.BoundContext(LoggedValues.UserId(i), LoggedValues.Address);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void LongAscii(int count)
    {
        TCalls calls = _calls;
        for (int i = 0; i < count; i++)
            calls.LongText(LoggedValues.Ascii(i));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void LongMixed(int count)
    {
        TCalls calls = _calls;
        for (int i = 0; i < count; i++)
            calls.LongText(LoggedValues.Mixed(i));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Nested(int count)
    {
        TCalls calls = _calls;
        for (int i = 0; i < count; i++)
            calls.Nested(LoggedValues.Quantities(i), LoggedValues.Shipment(i));
    }
}
