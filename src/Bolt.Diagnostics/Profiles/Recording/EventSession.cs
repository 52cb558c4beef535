using System.Diagnostics.Tracing;
using Microsoft.Diagnostics.NETCore.Client;

namespace Bolt.Diagnostics.Profiles.Recording;

/// <summary>
/// An EventPipe session over this process. Its events are taken away by a thread of its own, not by the thread pool, which may be
/// the very thing that is stuck. Disposing it ends the session in the runtime, whatever happened.
/// </summary>
internal sealed class EventSession : IDisposable
{
    /// <summary>Where the runtime reports garbage collections, allocations, locks and waits.</summary>
    public const string Runtime = "Microsoft-Windows-DotNETRuntime";

    /// <summary>Where the runtime reports the stacks of all managed threads, once a millisecond.</summary>
    public const string SampleProfiler = "Microsoft-DotNETCore-SampleProfiler";

    // Modules, the methods compiled in them, and the offsets of their code.
    private const long RundownKeywords = 0x80020139;
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    private readonly EventPipeSession _session;
    private readonly Thread _reader;
    private Exception? _readFailure;
    private bool _stopped;

    private EventSession(EventPipeSession session, Action<Stream> read)
    {
        _session = session;
        _reader = new Thread(() =>
        {
            try
            {
                read(session.EventStream);
            }
            catch (Exception error)
            {
                _readFailure = error;
            }
        })
        { IsBackground = true, Name = "Bolt profile reader" };
        _reader.UnsafeStart();
    }

    /// <summary>Starts a session.</summary>
    /// <param name="provider">What is observed, one of the constants.</param>
    /// <param name="keywords">The provider's keywords.</param>
    /// <param name="level">The provider's level.</param>
    /// <param name="namesMethods">Whether the session ends with a list of all methods, without which addresses have no names.</param>
    /// <param name="bufferMegabytes">What the runtime may hold until it is read.</param>
    /// <param name="read">Reads the events until they end.</param>
    public static EventSession Start(string provider, long keywords, EventLevel level, bool namesMethods, int bufferMegabytes, Action<Stream> read)
    {
        var configuration = new EventPipeSessionConfiguration(
            [new EventPipeProvider(provider, level, keywords)], bufferMegabytes, namesMethods ? RundownKeywords : 0, requestStackwalk: true);
        try
        {
            return new EventSession(new DiagnosticsClient(Environment.ProcessId).StartEventPipeSession(configuration), read);
        }
        catch (ServerNotAvailableException error)
        {
            throw new ProfileUnavailableException(
                ProfileUnavailableException.Never,
                "This process does not let itself be observed: DOTNET_EnableDiagnostics or DOTNET_EnableDiagnostics_IPC is 0, or its diagnostics socket in the temporary folder is gone. Set it to 1 and start the process again.",
                error);
        }
        catch (Exception error) when (error is DiagnosticsClientException or TimeoutException or IOException)
        {
            throw new ProfileUnavailableException(ProfileUnavailableException.NotNow, $"The runtime did not start an event session: {error.Message}", error);
        }
    }

    /// <summary>Records to a file what happens in the given time, and returns when the session has ended.</summary>
    public static void Record(
        string path, string provider, long keywords, EventLevel level, bool namesMethods, TimeSpan duration, CancellationToken clientGone)
    {
        using EventSession session = Start(provider, keywords, level, namesMethods, 256, stream =>
        {
            using FileStream file = File.Create(path);
            stream.CopyTo(file);
        });
        clientGone.WaitHandle.WaitOne(duration);
        clientGone.ThrowIfCancellationRequested();
        session.Stop();
    }

    /// <summary>Ends the session and waits until its last event has been read.</summary>
    public void Stop()
    {
        AskToStop();
        if (!_reader.Join(s_patience))
            throw new ProfileUnavailableException(ProfileUnavailableException.NotNow, $"The runtime did not end the event session within {s_patience.TotalSeconds} s.");
        if (_readFailure is not null)
            throw new ProfileUnavailableException(ProfileUnavailableException.NotNow, $"The events could not be read: {_readFailure.Message}", _readFailure);
    }

    public void Dispose()
    {
        if (!_stopped)
        {
            // Nobody wants the events any more, but the runtime ends the session in order only when they are read.
            AskToStop();
            _reader.Join(s_patience);
        }

        _session.Dispose();
    }

    private void AskToStop()
    {
        _stopped = true;
        try
        {
            _session.Stop();
        }
        catch (Exception error) when (error is DiagnosticsClientException or TimeoutException or IOException)
        {
            // Without its reader the session ends as well.
            _session.Dispose();
        }
    }
}
