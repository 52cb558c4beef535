using System.Runtime.CompilerServices;
using System.Text;

namespace Bolt.Runtime;

/// <summary>
/// Containers: Start, then per element <c>if (!NextElement()) break;</c> or per property <c>if (!Name(...))</c>, then End.
/// </summary>
public sealed partial class ValueBuffer
{
    /// <summary>Containers inside one another.</summary>
    internal const int MaxDepth = 8;

    /// <summary>Bytes of a key's UTF-8, before escaping.</summary>
    internal const int MaxKeyLength = 256;

    private int _depth;
    private ContainerStarts _starts;

    /// <summary>Bytes that text may still take: the limit of a value, inside a container what is left of the outermost value's.</summary>
    private int Remaining => _depth == 0 ? Utf8Json.MaxValueLength : Math.Max(0, Utf8Json.MaxValueLength - (_position - _starts[0]));

    /// <summary>Opens <c>[</c>. False beyond depth 8: <c>null</c> has been written and counted, nothing more is to be written for this value.</summary>
    public bool StartArray() => Start((byte)'[');

    /// <summary>Writes the comma between elements. False when the value has reached 64 KiB: it is truncated and counted, the loop must end.</summary>
    public bool NextElement()
    {
        if (Remaining == 0)
        {
            Truncate();
            return false;
        }

        Comma();
        return true;
    }

    /// <summary>Closes the array opened last.</summary>
    public void EndArray() => End((byte)']');

    /// <summary>Opens <c>{</c>. False beyond depth 8: <c>null</c> has been written and counted, nothing more is to be written for this value.</summary>
    public bool StartObject() => Start((byte)'{');

    /// <summary>Writes a constant key, given as <c>"key":</c> in UTF-8, with the comma before it where one is due.</summary>
    public void Name(ReadOnlySpan<byte> quotedKeyAndColon)
    {
        Comma();
        Literal(quotedKeyAndColon);
    }

    /// <summary>
    /// Writes a key known at run time, escaped, with the comma before it where one is due. False when no value is to be written: the key
    /// is invalid (reported), its value is redacted for its name (and written), or the value around it has reached 64 KiB.
    /// </summary>
    public bool Name(string? key)
    {
        if (Remaining == 0)
        {
            Truncate();
            return false;
        }

        if (!IsValidKey(key))
        {
            return false;
        }

        Comma();
        Key(key);
        if (Redacts(key))
        {
            RedactedByName();
            return false;
        }

        return true;
    }

    /// <summary>Closes the object opened last.</summary>
    public void EndObject() => End((byte)'}');

    /// <summary>Whether a key known at run time may be written. Reports one that may not.</summary>
    internal bool IsValidKey([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] string? key)
    {
        if (string.IsNullOrWhiteSpace(key))
        {
            ReportKey(key, " is empty or white space only; its field was left out. Give the field a name.");
            return false;
        }

        foreach (char c in key)
        {
            if (c < 0x20 || c == 0x7F)
            {
                ReportKey(key, " holds a control character; its field was left out. Remove the characters below U+0020 and U+007F from it.");
                return false;
            }
        }

        return true;
    }

    /// <summary>Writes a valid key, quoted and cut at <see cref="MaxKeyLength"/>, and the colon.</summary>
    internal void Key(string key)
    {
        ReadOnlySpan<char> text = key;
        int length = Utf8Json.Prefix(text, MaxKeyLength);
        if (length < text.Length)
        {
            text = text[..length];
            Truncated = true;
            ReportLongKey(key);
        }

        ref byte p = ref Utf8Json.Value(ref Reserve(Utf8Json.Width(text, out _) + 1), text);
        p = (byte)':';
        Advance(ref Unsafe.Add(ref p, 1));
    }

    [AllowAllocation("Only a key with a mistake is reported.")]
    private void ReportLongKey(string key) => ReportKey(key, $" is longer than {MaxKeyLength} bytes and was truncated; shorten it.");

    [AllowAllocation("Only a key with a mistake is reported.")]
    private void ReportKey(string? key, string mistake) => Notify(LogErrorReason.Key, $"The key {Shown(key)}{mistake}");

    /// <summary>A key as it may stand in an error message: quoted, what cannot be seen escaped, not endless.</summary>
    [AllowAllocation("Only a key with a mistake is reported.")]
    private static string Shown(string? key)
    {
        if (key is null)
        {
            return "null";
        }

        StringBuilder shown = new("\"");
        foreach (char c in key.AsSpan(0, Math.Min(key.Length, 64)))
        {
            if (char.IsControl(c) || (c != ' ' && char.IsWhiteSpace(c)))
            {
                shown.Append("\\u").Append(((int)c).ToString("X4", System.Globalization.CultureInfo.InvariantCulture));
            }
            else
            {
                shown.Append(c);
            }
        }

        return shown.Append(key.Length > 64 ? "…\"" : "\"").ToString();
    }

    private bool Start(byte bracket)
    {
        if (_depth == MaxDepth)
        {
            Null();
            if (!_depthReported)
            {
                _depthReported = true;
                Notify(LogErrorReason.Value, "A value is nested deeper than 8 levels; what lies deeper was written as null. Log the inner part as a field of its own.");
            }

            return false;
        }

        if (_depth == 0)
        {
            _limitReported = false;
            _depthReported = false;
        }

        _starts[_depth++] = _position;
        Append(bracket);
        return true;
    }

    private void End(byte bracket)
    {
        if (_depth > 0)
        {
            _depth--;
        }

        Append(bracket);
    }

    /// <summary>Only an opening bracket needs no comma after it; inside strings none can come last.</summary>
    private void Comma()
    {
        if (_position > 0 && At(_position - 1) is not ((byte)'[' or (byte)'{'))
        {
            Append((byte)',');
        }
    }

    private void Append(byte value)
    {
        ref byte p = ref Reserve(1);
        p = value;
        _position++;
    }

    [InlineArray(MaxDepth)]
    private struct ContainerStarts
    {
        private int _first;
    }
}
