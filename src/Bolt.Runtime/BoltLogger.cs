using System.Numerics;
using System.Runtime.CompilerServices;
using Bolt.Runtime;
using Microsoft.Extensions.Logging;

namespace Bolt;

/// <summary>
/// A logger of one category. <see cref="LogEventAttribute"/> methods write through it directly; any other <see cref="ILogger"/> call
/// becomes a record with its values, message and exception.
/// </summary>
/// <remarks>Thread-safe; what it says never changes. After its factory is disposed, logging does nothing. No member but <see cref="With"/> throws.</remarks>
public sealed class BoltLogger : ILogger
{
    /// <summary>
    /// Records that a child writes before it keeps heads: one made for a request is gone before that, and then making them would cost more
    /// than they save.
    /// </summary>
    private const int RecordsBeforeKeeping = 256;

    internal readonly LogPipeline Pipeline;
    internal readonly string Category;

    /// <summary>What decides whether a call is written.</summary>
    internal readonly CategoryGate Gate;

    /// <summary>The category as a JSON string.</summary>
    internal readonly byte[] CategoryJson;
    internal readonly BoundField[] Bound;

    /// <summary>What its records begin with, by the event's place. Replaced when it grows, so that readers need no lock.</summary>
    internal RecordHead?[] Heads = [];

    private readonly Lock _headsLock = new();
    private int _recordsUntilKeeping;

    internal BoltLogger(LogPipeline pipeline, string category)
    {
        Pipeline = pipeline;
        Category = category;
        Gate = pipeline.Gates.For(category);
        Bound = [];
        var buffer = new ValueBuffer();
        buffer.Value(category);
        CategoryJson = buffer[0, buffer.Position].ToArray();
        buffer.Free();
    }

    private BoltLogger(BoltLogger parent, BoundField[] bound)
    {
        Pipeline = parent.Pipeline;
        Category = parent.Category;
        Gate = parent.Gate;
        CategoryJson = parent.CategoryJson;
        Bound = bound;
        _recordsUntilKeeping = RecordsBeforeKeeping;
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

        var buffer = new ValueBuffer { Report = Pipeline.ReportError, Settings = Pipeline.Redaction };
        bool isRedacted = buffer.Redacts(name);
        name = ReservedKeys.Avoid(name);
        buffer.Field(name, value, isRedacted);
        var field = new BoundField(name, buffer[0, buffer.Position].ToArray());
        buffer.Free();
        BoundField[] others = Array.FindAll(Bound, bound => bound.Name != name);
        return new BoltLogger(this, [.. others, field]);
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
        if (Gate.Audience?.Others is { } others)
            return BeginScopeElsewhere(others, state);

        Pipeline.MayHaveScopes = true;
        return Pipeline.Scopes.Push(state);
    }

    /// <summary>Opens a scope of a host's other providers; those that keep scopes of their own get it, and the host's own are Bolt's too.</summary>
    private IDisposable? BeginScopeElsewhere<TState>(ILogger others, TState state)
        where TState : notnull
    {
        HostScopes.Pushed = null;
        try
        {
            return others.BeginScope(state);
        }
        catch (Exception failure)
        {
            Pipeline.Errors.Report(LogErrorReason.Provider, $"Another logging provider failed to open a scope of category '{Category}'; Bolt's records have it.", failure);
            return HostScopes.Pushed ?? Pipeline.Scopes.Push(state);
        }
    }

    /// <inheritdoc/>
    public bool IsEnabled(LogLevel logLevel) => Gate.IsEnabled(logLevel);

    /// <inheritdoc/>
    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!Gate.Admits(logLevel))
            return;

        if (Gate.Audience is { } audience)
        {
            if (audience.IncludesOthers(logLevel))
                LogElsewhere(audience.Others!, logLevel, eventId, state, exception, formatter);

            if (!audience.IncludesBolt(logLevel))
                return;
        }

        if (typeof(TState) == typeof(ForwardedEvent))
        {
            ForeignRecord.Write(this, logLevel, (ForwardedEvent)(object)state!, exception);
            return;
        }

        ForeignRecord.Write(this, logLevel, eventId, state, exception, formatter);
    }

    private void LogElsewhere<TState>(ILogger others, LogLevel level, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        try
        {
            others.Log(level, eventId, state, exception, formatter);
        }
        catch (Exception failure)
        {
            Pipeline.Errors.Report(LogErrorReason.Provider, $"Another logging provider failed on a log call of category '{Category}'; Bolt's own record is not affected.", failure);
        }
    }

    /// <summary>Makes the head of an event's records, to be kept; null where it is too early for that.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    [AllowAllocation("Made once for each logger, event and level.")]
    internal RecordHead? NewHead(LogEventInfo info, LogLevel level, int place)
    {
        if (_recordsUntilKeeping > 0)
        {
            _recordsUntilKeeping--;
            return null;
        }

        using (ExpectedAllocations.For(ExpectedAllocation.FirstUse))
        {
            RecordHead head = RecordHead.Create(this, info, level);
            lock (_headsLock)
            {
                RecordHead?[] heads = Heads;
                if (place >= heads.Length)
                    Array.Resize(ref heads, (int)BitOperations.RoundUpToPowerOf2((uint)place + 1));

                heads[place] = head;
                Volatile.Write(ref Heads, heads);
            }

            return head;
        }
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
