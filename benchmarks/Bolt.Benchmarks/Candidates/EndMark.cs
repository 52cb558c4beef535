namespace Bolt.Benchmarks.Candidates;

/// <summary>
/// Tells when a library that cannot be flushed has written everything: a last event is logged and looked for in its output. Costs the
/// library one flag check a write until then.
/// </summary>
internal sealed class EndMark : IDisposable
{
    /// <summary>The text of the last event.</summary>
    internal const string Text = "end-of-burst";

    private readonly ManualResetEventSlim _seen = new();
    private readonly byte[] _tail = new byte[Text.Length - 1];
    private int _tailLength;
    private volatile bool _awaited;

    /// <summary>Whether the output is to be looked at.</summary>
    public bool IsAwaited => _awaited;

    /// <summary>Logs the last event and waits until it comes out.</summary>
    public void Await<T>(T argument, Action<T> log)
    {
        _seen.Reset();
        _tailLength = 0;
        _awaited = true;
        log(argument);
        if (!_seen.Wait(TimeSpan.FromSeconds(30)))
            throw new TimeoutException("The last event of a burst did not come out within 30 s.");
    }

    /// <summary>Looks for the last event in output, which may be cut anywhere.</summary>
    public void Look(ReadOnlySpan<byte> output)
    {
        Span<byte> seam = stackalloc byte[2 * Text.Length];
        _tail.AsSpan(0, _tailLength).CopyTo(seam);
        int head = Math.Min(output.Length, Text.Length - 1);
        output[..head].CopyTo(seam[_tailLength..]);
        seam = seam[..(_tailLength + head)];
        if (output.IndexOf("end-of-burst"u8) >= 0 || seam.IndexOf("end-of-burst"u8) >= 0)
        {
            Seen();
            return;
        }

        ReadOnlySpan<byte> last = output.Length >= _tail.Length ? output[^_tail.Length..] : seam[^Math.Min(seam.Length, _tail.Length)..];
        last.CopyTo(_tail);
        _tailLength = last.Length;
    }

    /// <summary>The last event is out.</summary>
    public void Seen()
    {
        _awaited = false;
        _seen.Set();
    }

    public void Dispose() => _seen.Dispose();
}
