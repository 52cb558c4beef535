using System.Diagnostics;

namespace BoltApp.Incidents;

/// <summary>Repeats something on a thread of its own, at a rate, until it is disposed.</summary>
internal sealed class PacedLoad : IDisposable
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    private readonly Action _action;
    private readonly int _rate;
    private readonly Thread _thread;
    private volatile bool _isOver;

    private PacedLoad(string name, int rate, Action action)
    {
        _action = action;
        _rate = rate;
        _thread = new Thread(Run) { IsBackground = true, Name = name };
    }

    /// <param name="name">The thread's name.</param>
    /// <param name="rate">How often a second.</param>
    /// <param name="action">What is repeated; it does not throw.</param>
    public static PacedLoad Start(string name, int rate, Action action)
    {
        var load = new PacedLoad(name, rate, action);
        load._thread.UnsafeStart();
        return load;
    }

    /// <summary>Ends it; waits for the action that is running, but not for one that is stuck.</summary>
    public void Dispose()
    {
        _isOver = true;
        _thread.Join(s_patience);
    }

    private void Run()
    {
        long start = Stopwatch.GetTimestamp();
        long done = 0;
        while (!_isOver)
        {
            // What could not be done in time is not made up for: a load that is late stays as heavy as it was asked to be.
            long due = (long)(Stopwatch.GetElapsedTime(start).TotalSeconds * _rate);
            done = Math.Max(done, due - Math.Max(1, _rate / 10));
            for (; done < due && !_isOver; done++)
                _action();

            Thread.Sleep(s_pause);
        }
    }
}
