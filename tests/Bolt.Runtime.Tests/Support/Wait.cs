using System.Diagnostics;

namespace Bolt.Runtime.Tests;

internal static class Wait
{
    /// <summary>Waits for a condition; a test that would hang fails instead.</summary>
    internal static void Until(Func<bool> condition, string what, int seconds = 30)
    {
        long start = Stopwatch.GetTimestamp();
        var spin = default(SpinWait);
        while (!condition())
        {
            if (Stopwatch.GetElapsedTime(start).TotalSeconds > seconds)
                throw new TimeoutException($"Still not: {what}.");

            spin.SpinOnce();
        }
    }

    /// <summary>Runs an action on a thread of its own, and fails if it does not end in time.</summary>
    internal static TimeSpan ToEnd(Action action, int seconds = 30)
    {
        long start = Stopwatch.GetTimestamp();
        Exception? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                action();
            }
            catch (Exception exception)
            {
                failure = exception;
            }
        })
        { IsBackground = true };
        thread.Start();
        if (!thread.Join(TimeSpan.FromSeconds(seconds)))
            throw new TimeoutException($"Not done after {seconds} s.");

        if (failure is not null)
            throw new InvalidOperationException("The action failed.", failure);

        return Stopwatch.GetElapsedTime(start);
    }
}
