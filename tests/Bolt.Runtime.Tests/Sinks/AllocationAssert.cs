using Xunit;

namespace Bolt.Runtime.Tests;

internal static class AllocationAssert
{
    /// <summary>Runs the action until its buffers have grown, then 1,000 times that must not allocate on this thread.</summary>
    public static void None(Action action)
    {
        for (var i = 0; i < 100; i++)
            action();

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
            action();
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(0, allocated);
    }
}
