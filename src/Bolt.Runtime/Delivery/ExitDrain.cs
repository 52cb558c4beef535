using System.Runtime.InteropServices;

namespace Bolt.Runtime;

/// <summary>Drains when the process ends: on exit, on an unhandled exception, and on the four signals after which .NET raises no exit event.</summary>
internal static class ExitDrain
{
    private static readonly List<PosixSignalRegistration> s_signals = [];

    internal static void Install()
    {
        AppDomain.CurrentDomain.ProcessExit += OnProcessExit;
        AppDomain.CurrentDomain.UnhandledException += OnUnhandledException;
        foreach (PosixSignal signal in new[] { PosixSignal.SIGTERM, PosixSignal.SIGINT, PosixSignal.SIGHUP, PosixSignal.SIGQUIT })
        {
            try
            {
                // Not cancelled: the signal goes on to do what it does.
                s_signals.Add(PosixSignalRegistration.Create(signal, static _ => Flusher.DrainAll(exiting: false)));
            }
            catch (PlatformNotSupportedException)
            {
                // Then this signal cannot end the process either.
            }
        }
    }

    internal static void Uninstall()
    {
        AppDomain.CurrentDomain.ProcessExit -= OnProcessExit;
        AppDomain.CurrentDomain.UnhandledException -= OnUnhandledException;
        foreach (PosixSignalRegistration signal in s_signals)
            signal.Dispose();

        s_signals.Clear();
    }

    private static void OnProcessExit(object? sender, EventArgs e) => Flusher.DrainAll(exiting: true);

    private static void OnUnhandledException(object sender, UnhandledExceptionEventArgs e) => Flusher.DrainAll(exiting: e.IsTerminating);
}
