using Bolt.Runtime;

namespace Bolt;

/// <summary>Takes the fields that an enricher adds to a record. They stand where those of scopes do.</summary>
/// <remarks>
/// A key of the call or bound to the logger wins over an enricher's, and the first enricher's over a later one's; a scope's gives way to both. One of the
/// record's own keys gets <c>_</c> appended. No member throws.
/// </remarks>
public readonly ref struct RecordFields
{
    private readonly ValueBuffer _values;
    private readonly BoltLogger _logger;
    private readonly IReadOnlyCollection<string> _callKeys;
    private readonly List<string> _keys;

    internal RecordFields(ValueBuffer values, BoltLogger logger, IReadOnlyCollection<string> callKeys, List<string> keys)
    {
        _values = values;
        _logger = logger;
        _callKeys = callKeys;
        _keys = keys;
    }

    /// <summary>Adds a string.</summary>
    /// <param name="key">The field's key: not empty, no control characters; otherwise the field is left out, counted and reported.</param>
    /// <param name="value">The value, or null.</param>
    public void Add(string key, string? value)
    {
        if (Begin(key))
            _values.Value(value);
    }

    /// <inheritdoc cref="Add(string, string?)"/>
    public void Add(string key, ReadOnlySpan<char> value)
    {
        if (Begin(key))
            _values.Value(value);
    }

    /// <inheritdoc cref="Add(string, string?)"/>
    public void Add(string key, bool value)
    {
        if (Begin(key))
            _values.Value(value);
    }

    /// <inheritdoc cref="Add(string, string?)"/>
    public void Add(string key, int value)
    {
        if (Begin(key))
            _values.Value(value);
    }

    /// <inheritdoc cref="Add(string, string?)"/>
    public void Add(string key, long value)
    {
        if (Begin(key))
            _values.Value(value);
    }

    /// <inheritdoc cref="Add(string, string?)"/>
    public void Add(string key, double value)
    {
        if (Begin(key))
            _values.Value(value);
    }

    /// <inheritdoc cref="Add(string, string?)"/>
    public void Add(string key, decimal value)
    {
        if (Begin(key))
            _values.Value(value);
    }

    /// <inheritdoc cref="Add(string, string?)"/>
    public void Add(string key, Guid value)
    {
        if (Begin(key))
            _values.Value(value);
    }

    /// <inheritdoc cref="Add(string, string?)"/>
    public void Add(string key, DateTimeOffset value)
    {
        if (Begin(key))
            _values.Value(value);
    }

    /// <inheritdoc cref="Add(string, string?)"/>
    public void Add(string key, TimeSpan value)
    {
        if (Begin(key))
            _values.Value(value);
    }

    /// <summary>Adds a value of any type that a field may have, by its type at run time.</summary>
    /// <inheritdoc cref="Add(string, string?)"/>
    public void Add(string key, object? value)
    {
        if (Begin(key))
            _values.Object(value);
    }

    private bool Begin(string key)
    {
        if (!_values.IsValidKey(key))
            return false;

        bool isRedacted = _values.Redacts(key);
        key = ReservedKeys.Avoid(key);
        if (CallKeys.Contain(_callKeys, key) || _keys.Contains(key) || _logger.Binds(key))
            return false;

        _keys.Add(key);
        _values.FieldKey(key);
        if (isRedacted)
            _values.RedactedByName();

        return !isRedacted;
    }
}
