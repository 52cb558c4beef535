namespace Bolt.Allocation.Tests;

/// <summary>Managed bytes per event.</summary>
/// <param name="Thread">On the thread that logs.</param>
/// <param name="Process">On all threads, until everything is delivered.</param>
internal readonly record struct Measurement(double Thread, double Process)
{
    public static Measurement Of(Shape shape, Setup setup, int calls)
    {
        long process = GC.GetTotalAllocatedBytes(precise: true);
        long thread = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < calls; i++)
            shape.Call(setup.Logger);

        thread = GC.GetAllocatedBytesForCurrentThread() - thread;
        setup.Flush();
        process = GC.GetTotalAllocatedBytes(precise: true) - process;
        return new Measurement((double)thread / calls, (double)process / calls);
    }
}
