using Bolt.Runtime;
using Microsoft.Extensions.Logging;

namespace Bolt;

/// <summary>
/// A logger of one category. <see cref="LogEventAttribute"/> methods write through it directly; any other <see cref="ILogger"/> call
/// becomes a record with its values, message and exception.
/// </summary>
/// <remarks>Immutable and thread-safe. After its factory is disposed, logging does nothing. No member but <see cref="With"/> throws.</remarks>
public sealed class BoltLogger : ILogger
{
    private static long s_numbers;

    internal readonly LogPipeline Pipeline;
    internal readonly long Number = Interlocked.Increment(ref s_numbers);
    internal readonly string Category;
    internal readonly BoundField[] Bound;

    internal BoltLogger(LogPipeline pipeline, string category, BoundField[] bound)
    {
        Pipeline = pipeline;
        Category = category;
        Bound = bound;
    }

    /// <summary>
    /// A child logger whose records carry one more field, encoded now, once. A field of the same name bound before is replaced; a call's
    /// own field of that name wins over it.
    /// </summary>
    /// <param name="name">The field's key: not empty, no control characters. One of the record's own keys gets <c>_</c> appended; more than 256 UTF-8 bytes are cut.</param>
    /// <param name="value">Any value that a field may have, or null.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> cannot be a key.</exception>
    public BoltLogger With(string name, object? value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        foreach (char c in name)
        {
            if (c < ' ' || c == '\u007F')
                throw new ArgumentException($"The field name '{name.Replace(c, '?')}' holds the control character U+{(int)c:X4}: leave it out.", nameof(name));
        }

        name = ReservedKeys.Avoid(name);
        var buffer = new ValueBuffer { Report = Pipeline.ReportError, RedactionKey = Pipeline.RedactionKey };
        buffer.Field(name, value);
        var field = new BoundField(name, buffer[0, buffer.Position].ToArray());
        buffer.Free();
        BoundField[] others = Array.FindAll(Bound, bound => bound.Name != name);
        return new BoltLogger(Pipeline, Category, [.. others, field]);
    }

    /// <summary>
    /// Opens a scope: until it is disposed, records of this asynchronous flow carry its fields (a dictionary, or anything that enumerates
    /// <c>KeyValuePair&lt;string, object?&gt;</c>), or its text as an element of <c>scopes</c> (anything else).
    /// </summary>
    /// <param name="state">What the scope says.</param>
    /// <typeparam name="TState">Its type.</typeparam>
    /// <returns>Ends the scope when disposed.</returns>
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        Pipeline.MayHaveScopes = true;
        return Pipeline.Scopes.Push(state);
    }

    /// <inheritdoc/>
    public bool IsEnabled(LogLevel logLevel) => (int)logLevel >= Pipeline.MinimumLevel && logLevel != LogLevel.None;

    /// <inheritdoc/>
    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel))
            return;

        if (typeof(TState) == typeof(ForwardedEvent))
        {
            ForeignRecord.Write(this, logLevel, (ForwardedEvent)(object)state!, exception);
            return;
        }

        ForeignRecord.Write(this, logLevel, eventId, state, exception, formatter);
    }

    internal bool Binds(string key)
    {
        foreach (BoundField field in Bound)
        {
            if (field.Name == key)
                return true;
        }

        return false;
    }
}
