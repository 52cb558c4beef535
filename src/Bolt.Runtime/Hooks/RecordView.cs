using System.Diagnostics.CodeAnalysis;
using Bolt.Runtime;
using Microsoft.Extensions.Logging;

namespace Bolt;

/// <summary>What is known of a record before it is encoded: its level, category, event and typed fields. Nothing is parsed or boxed to show it.</summary>
/// <remarks>Valid during the call only. The fields are the call's own; bound fields and those of scopes are not among them, and redacted ones have no value.</remarks>
public readonly ref struct RecordView
{
    private readonly BoltLogger _logger;
    private readonly string[] _keys;
    private readonly ReadOnlySpan<FieldSlot> _slots;
    private readonly IReadOnlyList<KeyValuePair<string, object?>>? _values;

    /// <summary>A record of a generated method.</summary>
    internal RecordView(BoltLogger logger, LogEventInfo info, LogLevel level, Exception? exception, ReadOnlySpan<FieldSlot> slots)
    {
        _logger = logger;
        _keys = info.Keys;
        _slots = slots;
        Level = level;
        EventId = info.EventId;
        Exception = exception;
    }

    /// <summary>A record of any other call.</summary>
    internal RecordView(BoltLogger logger, LogLevel level, EventId eventId, Exception? exception, IReadOnlyList<KeyValuePair<string, object?>> values)
    {
        _logger = logger;
        _keys = [];
        _values = values;
        Level = level;
        EventId = eventId;
        Exception = exception;
    }

    /// <summary>The level.</summary>
    public LogLevel Level { get; }

    /// <summary>The logger's category.</summary>
    public string Category => _logger.Category;

    /// <summary>The event's id and name; of a call that has none, 0 and null.</summary>
    public EventId EventId { get; }

    /// <summary>The exception, or null.</summary>
    public Exception? Exception { get; }

    /// <summary>The number of fields.</summary>
    public int Count => _values?.Count ?? _keys.Length;

    /// <summary>The key of a field.</summary>
    /// <param name="index">Its place, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such field.</exception>
    public string Key(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
        return _values is not null ? _values[index].Key : _keys[index];
    }

    /// <summary>A field's value.</summary>
    /// <param name="key">The field's key, exactly.</param>
    /// <param name="value">The value; the default where there is none.</param>
    /// <typeparam name="T">The field's type: that of the parameter. As another type that the value has, a base class or the type of a nullable's value, it is found too, but boxed.</typeparam>
    /// <returns>Whether there is a field of that key and type that is not null.</returns>
    public bool TryGet<T>(string key, [NotNullWhen(true)] out T? value)
    {
        if (_values is not null)
            return IsA(Find(key), out value);

        int index = IndexOf(key);
        if (index >= 0 && index < _slots.Length && !_slots[index].IsEmpty)
        {
            if (!_slots[index].Is<T>())
                return IsA(_slots[index].ToObject(), out value);

            value = _slots[index].As<T>();
            return value is not null;
        }

        value = default;
        return false;
    }

    /// <summary>The text of a field that is a string or a span of characters.</summary>
    /// <param name="key">The field's key, exactly.</param>
    /// <param name="text">The text; empty where there is none.</param>
    /// <returns>Whether there is such a field, not null.</returns>
    public bool TryGetText(string key, out ReadOnlySpan<char> text)
    {
        int index = _values is null ? IndexOf(key) : -1;
        if (index >= 0 && index < _slots.Length && _slots[index].Is<ReadOnlySpan<char>>())
        {
            text = _slots[index].As<ReadOnlySpan<char>>();
            return true;
        }

        bool isThere = TryGet(key, out string? value);
        text = value;
        return isThere;
    }

    private static bool IsA<T>(object? found, [NotNullWhen(true)] out T? value)
    {
        if (found is T typed)
        {
            value = typed;
            return true;
        }

        value = default;
        return false;
    }

    private int IndexOf(string key)
    {
        for (int i = 0; i < _keys.Length; i++)
        {
            if (_keys[i] == key)
                return i;
        }

        return -1;
    }

    private object? Find(string key)
    {
        for (int i = 0; i < _values!.Count; i++)
        {
            KeyValuePair<string, object?> pair = _values[i];
            if (pair.Key == key)
                return IsRedacted(key) ? null : pair.Value;
        }

        return null;
    }

    /// <summary>Whether the value is redacted for its name; of an event, whose names are in the source, none is.</summary>
    private bool IsRedacted(string key) => _values is not ForwardedEvent && _logger.Pipeline.Redaction.Names is { } names && names.Contains(key);
}
