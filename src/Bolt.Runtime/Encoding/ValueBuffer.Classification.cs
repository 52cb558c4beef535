using System.Runtime.InteropServices;
using Microsoft.Extensions.Compliance.Classification;
using Microsoft.Extensions.Compliance.Redaction;

namespace Bolt.Runtime;

/// <summary>Redaction of classified values, by redactors of others.</summary>
public sealed partial class ValueBuffer
{
    private ScratchMemory _redacted;

    /// <summary>
    /// Replaces the JSON value that starts at <paramref name="start"/> and ends at <see cref="Position"/> by a string: what the redactor of its
    /// classification makes of its text. The text of a string is its content; of anything else, null included, the value as written.
    /// Without a redactor, or where it fails, <c>***</c>, counted and reported.
    /// </summary>
    /// <param name="start">Where the value starts.</param>
    /// <param name="classes">The value's classification; null if that could not be found out.</param>
    public void Redact(int start, DataClassificationSet? classes)
    {
        if (ReferenceEquals(classes, DataClassifications.None))
            return;

        try
        {
            if (classes is not null && Settings.Provider is { } provider)
            {
                Redact(start, provider.GetRedactor(classes));
                return;
            }

            Mask(start);
            NotifyOfRedaction(
                classes is null
                    ? "The classification of a value is not known, for one of its attributes cannot be made; it was masked. Make the attribute's constructor not throw."
                    : "A value is classified, but there is no redactor provider; it was masked. Set BoltOptions.RedactorProvider.",
                exception: null);
        }
        catch (Exception e)
        {
            Mask(start);
            NotifyOfRedaction("A classified value could not be redacted and was masked; make the redactor not throw.", e);
        }
    }

    private void Redact(int start, Redactor redactor)
    {
        (int from, int length) = Content(start);
        _scratch.Ensure(length * sizeof(char));
        ReadOnlySpan<byte> content = Written(from, length);
        int units = from == start ? System.Text.Encoding.UTF8.GetChars(content, _scratch.Chars) : JsonText.Unescape(content, _scratch.Chars);
        ReadOnlySpan<char> text = _scratch.Chars[..units];

        // More than a value may have is asked for: what it is too much is cut with the value.
        int room = redactor.GetRedactedLength(text);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(room, MaxScratch / sizeof(char));
        _redacted.Ensure(room * sizeof(char));
        int written = redactor.Redact(text, _redacted.Chars[..room]);

        _position = start;
        Value(_redacted.Chars[..written]);
    }

    private void NotifyOfRedaction(string message, Exception? exception) => Notify(Report ?? Settings.Report, LogErrorReason.Encode, message, exception);
}
