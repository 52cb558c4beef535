using System.Runtime.CompilerServices;

namespace Bolt.Runtime;

/// <summary>The lanes of the current thread, by factory and depth of nesting.</summary>
internal sealed class ThreadLanes
{
    [ThreadStatic]
    private static ThreadLanes? t_lanes;

    /// <summary>The lane used last, so that a thread that logs to one factory, or to several in long turns, does no look-up.</summary>
    [ThreadStatic]
    private static Lane? t_last;

    private readonly List<Lane> _lanes = [];

    /// <summary>The lane for the thread's next record, marked open. Null: the factory is disposed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    [ZeroAlloc]
    internal static Lane? Open(LogPipeline pipeline) => Open(pipeline, t_last);

    /// <summary>As <see cref="Open(LogPipeline)"/>, where a lane of the thread's is at hand that may be the one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    [ZeroAlloc]
    internal static Lane? Open(LogPipeline pipeline, Lane? lane)
    {
        if (lane is null || lane.Pipeline != pipeline || lane.Open)
            lane = Find(pipeline);

        if (lane is not null)
        {
            // Set before the flag is read: disposal sets the flag, then looks for open lanes across a process-wide barrier.
            lane.Open = true;
            if (pipeline.IsClosed)
            {
                lane.Shut();
                return null;
            }
        }

        return lane;
    }

    /// <summary>A lane of the thread's in the factory, open or not; null where it is not the one used last.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Lane? Last(LogPipeline pipeline) => t_last is { } lane && lane.Pipeline == pipeline ? lane : null;

    [MethodImpl(MethodImplOptions.NoInlining)]
    [AllowAllocation("What a thread needs is made with its first record.")]
    private static Lane? Find(LogPipeline pipeline)
    {
        ThreadLanes lanes = t_lanes ??= new ThreadLanes();
        int depth = 0;
        foreach (Lane lane in lanes._lanes)
        {
            if (lane.Pipeline != pipeline)
                continue;

            if (!lane.Open)
            {
                if (lane.Depth == 0)
                    t_last = lane;

                return lane;
            }

            depth++;
        }

        if (pipeline.IsClosed)
            return null;

        using ExpectedAllocations.Span expected = ExpectedAllocations.For(ExpectedAllocation.Thread);
        lanes._lanes.RemoveAll(static lane => lane.Pipeline.IsReleased);
        Lane added;
        try
        {
            added = new Lane(pipeline, Thread.CurrentThread, depth);
        }
        catch (OutOfMemoryException)
        {
            pipeline.Pool.CountDrop();
            return null;
        }

        lanes._lanes.Add(added);
        pipeline.Register(added);
        return added;
    }
}
