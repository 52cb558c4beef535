namespace Bolt.Runtime;

/// <summary>The fields of the active scopes: of a dictionary or key-value scope, its pairs; of any other, an element of <c>scopes</c>.</summary>
internal sealed class ScopeFields
{
    [ThreadStatic]
    private static ScopeFields? t_fields;

    private readonly List<object> _scopes = [];
    private readonly List<string> _keys = [];
    private bool _inUse;

    /// <summary>Appends the fields; of two with the same key the inner scope's stands, an enricher's, a bound field's or the call's own before both.</summary>
    internal static void Append(ValueBuffer values, BoltLogger logger, IReadOnlyCollection<string> callKeys, List<string> enrichedKeys)
    {
        ScopeFields fields = t_fields ??= new ScopeFields();
        if (fields._inUse)
        {
            // A scope's value is logging while it is being written: its record goes without scopes rather than in circles.
            return;
        }

        fields._inUse = true;
        int start = values.Position;
        try
        {
            logger.Pipeline.Scopes.ForEachScope(static (scope, list) => { if (scope is not null) list.Add(scope); }, fields._scopes);
            if (fields._scopes.Count > 0)
            {
                fields._keys.AddRange(enrichedKeys);
                fields.Write(values, logger, callKeys);
            }
        }
        catch (Exception exception)
        {
            values.TakeBack(start);
            logger.Pipeline.Errors.Report(LogErrorReason.Encode, "A scope could not be read: its fields are missing.", exception);
        }
        finally
        {
            fields._scopes.Clear();
            fields._keys.Clear();
            fields._inUse = false;
        }
    }

    [AllowAllocation("Scopes of types unknown at compile time are enumerated through their interfaces.")]
    private void Write(ValueBuffer values, BoltLogger logger, IReadOnlyCollection<string> callKeys)
    {
        bool others = false;
        for (int i = _scopes.Count - 1; i >= 0; i--)
        {
            switch (_scopes[i])
            {
                case IReadOnlyList<KeyValuePair<string, object?>> list:
                    for (int k = 0; k < list.Count; k++)
                        Field(values, logger, callKeys, list[k].Key, list[k].Value);

                    break;
                case Dictionary<string, object?> dictionary:
                    // By its own type, whose enumerator is no object.
                    foreach (KeyValuePair<string, object?> pair in dictionary)
                        Field(values, logger, callKeys, pair.Key, pair.Value);

                    break;
                case IEnumerable<KeyValuePair<string, object?>> pairs:
                    foreach (KeyValuePair<string, object?> pair in pairs)
                        Field(values, logger, callKeys, pair.Key, pair.Value);

                    break;
                case KeyValuePair<string, object?> pair:
                    Field(values, logger, callKeys, pair.Key, pair.Value);
                    break;
                case System.Collections.IDictionary table:
                    foreach (System.Collections.DictionaryEntry entry in table)
                        Field(values, logger, callKeys, entry.Key as string ?? Convert.ToString(entry.Key, System.Globalization.CultureInfo.InvariantCulture) ?? "", entry.Value);

                    break;
                default:
                    others = true;
                    break;
            }
        }

        if (!others)
            return;

        values.Literal(",\"scopes\":"u8);
        values.StartArray();
        foreach (object scope in _scopes)
        {
            if (scope is IEnumerable<KeyValuePair<string, object?>> or KeyValuePair<string, object?> or System.Collections.IDictionary)
                continue;

            if (!values.NextElement())
                break;

            values.Object(scope);
        }

        values.EndArray();
    }

    private void Field(ValueBuffer values, BoltLogger logger, IReadOnlyCollection<string> callKeys, string key, object? value)
    {
        if (key == "{OriginalFormat}")
            return;

        bool isRedacted = values.Redacts(key);
        key = ReservedKeys.Avoid(key);
        if (CallKeys.Contain(callKeys, key) || _keys.Contains(key) || logger.Binds(key))
            return;

        _keys.Add(key);
        values.Field(key, value, isRedacted);
    }
}
