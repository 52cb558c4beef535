namespace Bolt.Runtime;

public sealed partial class ValueBuffer
{
    private bool _limitReported;
    private bool _depthReported;

    /// <summary>Receives every error: its reason, what went wrong, and the exception behind it. Exceptions in it are swallowed.</summary>
    internal Action<LogErrorReason, string, Exception?>? Report { get; set; }

    /// <summary>Whether a value or a key of the record was cut. <see cref="Reset"/> clears it.</summary>
    internal bool Truncated { get; set; }

    /// <summary>Takes back everything written since <paramref name="start"/>, containers opened since then included, writes <c>null</c>, counts and reports.</summary>
    public void Fail(int start, Exception exception)
    {
        TakeBack(start);
        Null();
        if (!_encodeReported)
        {
            Notify(LogErrorReason.Encode, "A value could not be encoded and was written as null; make its formatting, ToString or enumerator not throw.", exception);
        }
    }

    internal void TakeBack(int start)
    {
        _position = start;
        while (_depth > 0 && _starts[_depth - 1] >= start)
        {
            _depth--;
        }
    }

    /// <summary>Marks the record as truncated; counts it once per top-level value.</summary>
    internal void Truncate()
    {
        Truncated = true;
        if (_depth == 0 || !_limitReported)
        {
            _limitReported = true;
            Notify(LogErrorReason.Value, "A value is longer than 65,536 bytes and was truncated; log less of it, or several fields.");
        }
    }

    private void Notify(LogErrorReason reason, string message, Exception? exception = null) => Notify(Report, reason, message, exception);

    private static void Notify(Action<LogErrorReason, string, Exception?>? report, LogErrorReason reason, string message, Exception? exception)
    {
        try
        {
            report?.Invoke(reason, message, exception);
        }
        catch (Exception)
        {
            // A log call must not fail because its error handler does.
        }
    }
}
