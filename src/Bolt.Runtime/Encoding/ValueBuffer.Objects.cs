using System.Collections;
using System.Globalization;
using System.Net;
using System.Numerics;

namespace Bolt.Runtime;

/// <summary>Values of which only the run-time type is known.</summary>
public sealed partial class ValueBuffer
{
    /// <summary>
    /// Any value by its run-time type: scalars and enums as their own types; byte arrays as Base64; dictionaries and lists of pairs with
    /// string keys as objects; what can format itself as text; other enumerables as arrays; exceptions as their message; else its ToString.
    /// </summary>
    public void Object(object? value)
    {
        int start = _position;
        try
        {
            switch (value)
            {
                case null:
                    Null();
                    break;
                case string v:
                    Value(v);
                    break;
                case int v:
                    Value(v);
                    break;
                case long v:
                    Value(v);
                    break;
                case bool v:
                    Value(v);
                    break;
                case double v:
                    Value(v);
                    break;
                case Enum v:
                    EnumName(v);
                    break;
                case Guid v:
                    Value(v);
                    break;
                case DateTime v:
                    Value(v);
                    break;
                case DateTimeOffset v:
                    Value(v);
                    break;
                case TimeSpan v:
                    Value(v);
                    break;
                case decimal v:
                    Value(v);
                    break;
                case float v:
                    Value(v);
                    break;
                case uint v:
                    Value(v);
                    break;
                case ulong v:
                    Value(v);
                    break;
                case short v:
                    Value((int)v);
                    break;
                case ushort v:
                    Value((uint)v);
                    break;
                case byte v:
                    Value((uint)v);
                    break;
                case sbyte v:
                    Value((int)v);
                    break;
                case char v:
                    Value(v);
                    break;
                case nint v:
                    Value((long)v);
                    break;
                case nuint v:
                    Value((ulong)v);
                    break;
                case Int128 v:
                    Value(v);
                    break;
                case UInt128 v:
                    Value(v);
                    break;
                case Half v:
                    Value(v);
                    break;
                case BigInteger v:
                    Value(v);
                    break;
                case DateOnly v:
                    Value(v);
                    break;
                case TimeOnly v:
                    Value(v);
                    break;
                case IPAddress v:
                    Value(v);
                    break;
                case Version v:
                    Value(v);
                    break;
                case Uri v:
                    Value(v);
                    break;
                case Type v:
                    Value(v);
                    break;
                case Exception v:
                    Value(v.Message);
                    break;
                case byte[] v:
                    Base64(v);
                    break;
                case IUtf8SpanFormattable v:
                    Utf8Formattable(v);
                    break;
                case ISpanFormattable v:
                    SpanFormattable(v);
                    break;
                case IFormattable v:
                    Value(TextOf(v));
                    break;
                case IDictionary v:
                    Dictionary(v);
                    break;
                case IEnumerable<KeyValuePair<string, object?>> v:
                    Pairs(v);
                    break;
                case IEnumerable<KeyValuePair<string, string?>> v:
                    Pairs(v);
                    break;
                case IEnumerable<KeyValuePair<string, int>> v:
                    Pairs(v);
                    break;
                case IEnumerable<KeyValuePair<string, long>> v:
                    Pairs(v);
                    break;
                case IEnumerable<KeyValuePair<string, double>> v:
                    Pairs(v);
                    break;
                case IEnumerable<KeyValuePair<string, bool>> v:
                    Pairs(v);
                    break;
                case IEnumerable v:
                    Elements(v);
                    break;
                default:
                    OwnText(value, TextOf(value));
                    break;
            }
        }
        catch (Exception e)
        {
            Fail(start, e);
        }
    }

    [AllowAllocation("The type has no TryFormat, only a ToString that takes a format.")]
    private static string? TextOf(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);

    [AllowAllocation("The name of an enum of a type unknown at compile time is made by its ToString.")]
    private void EnumName(Enum value)
    {
        // An undefined value's ToString is its number, with the current culture's sign.
        string name = value.ToString();
        if (char.IsLetter(name[0]) || name[0] == '_')
        {
            Value(name);
        }
        else if (value.GetTypeCode() is TypeCode.SByte or TypeCode.Int16 or TypeCode.Int32 or TypeCode.Int64)
        {
            Value(Convert.ToInt64(value, CultureInfo.InvariantCulture));
        }
        else
        {
            Value(Convert.ToUInt64(value, CultureInfo.InvariantCulture));
        }
    }

    [AllowAllocation("A collection of a type unknown at compile time is enumerated through its interface.")]
    private void Elements(IEnumerable values)
    {
        if (!StartArray())
        {
            return;
        }

        switch (values)
        {
            case int[] ints:
                foreach (int value in ints)
                {
                    if (!NextElement())
                    {
                        break;
                    }

                    Value(value);
                }

                break;
            case string?[] strings:
                foreach (string? value in strings)
                {
                    if (!NextElement())
                    {
                        break;
                    }

                    Value(value);
                }

                break;
            default:
                foreach (object? value in values)
                {
                    if (!NextElement())
                    {
                        break;
                    }

                    Object(value);
                }

                break;
        }

        EndArray();
    }

    [AllowAllocation("A collection of a type unknown at compile time is enumerated through its interface.")]
    private void Dictionary(IDictionary values)
    {
        if (!StartObject())
        {
            return;
        }

        IDictionaryEnumerator enumerator = values.GetEnumerator();
        try
        {
            while (enumerator.MoveNext())
            {
                if (Remaining == 0)
                {
                    Truncate();
                    break;
                }

                if (Name(enumerator.Key as string ?? Convert.ToString(enumerator.Key, CultureInfo.InvariantCulture)))
                {
                    Object(enumerator.Value);
                }
            }
        }
        finally
        {
            (enumerator as IDisposable)?.Dispose();
        }

        EndObject();
    }

    [AllowAllocation("A collection of a type unknown at compile time is enumerated through its interface.")]
    private void Pairs<T>(IEnumerable<KeyValuePair<string, T>> values)
    {
        if (!StartObject())
        {
            return;
        }

        foreach ((string key, T item) in values)
        {
            if (Remaining == 0)
            {
                Truncate();
                break;
            }

            if (Name(key))
            {
                T value = item;
                Any(ref value);
            }
        }

        EndObject();
    }
}
