using System.Globalization;
using Bolt.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace Bolt.Analyzers.Logging;

/// <summary>Tells names of secrets by their words: <c>userPassword</c> is one, <c>passwordLength</c> and <c>compassword</c> are none.</summary>
internal static class SecretName
{
    private static readonly string[] s_secrets =
    [
        "password", "passwords", "passwd", "pwd", "passphrase", "passcode", "secret", "secrets", "token", "credential", "credentials",
        "apikey", "api key", "accesskey", "access key", "privatekey", "private key", "signing key", "encryption key", "authorization",
        "accesstoken", "refreshtoken", "authtoken", "idtoken", "bearertoken", "bearer", "jwt", "clientsecret", "otp",
        "cookie", "cookies", "connectionstring", "connection string", "pin",
    ];

    // Of these also the number is the secret.
    private static readonly string[] s_numbers =
    [
        "ssn", "social security", "creditcard", "credit card", "cardnumber", "card number", "cvv", "cvc", "pin code", "pin number", "otp",
    ];

    // What may follow without making it something else.
    private static readonly string[] s_same =
    [
        "value", "text", "string", "header", "raw", "plain", "clear", "base", "bytes", "data", "hash", "key", "code", "number", "old", "new", "confirmation", "s",
    ];

    // Tokens that open nothing.
    private static readonly string[] s_otherTokens =
    [
        "cancellation", "cancel", "continuation", "concurrency", "change", "page", "next", "skip", "sync", "delta", "syntax", "json", "metadata", "lexer", "parser", "html", "xml",
    ];

    /// <summary>Whether a value of this name and type is probably a secret.</summary>
    public static bool Is(string name, ITypeSymbol type)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
            type = nullable.TypeArguments[0];

        return CanHold(type, out var isNumber) && Is(Words(name), isNumber);
    }

    private static bool CanHold(ITypeSymbol type, out bool isNumber)
    {
        isNumber = type.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_Double;
        if (type.SpecialType is SpecialType.System_Boolean or SpecialType.System_DateTime || type.TypeKind is TypeKind.Enum or TypeKind.Delegate)
            return false;

        return !(type.Name is "CancellationToken" && type.ContainingNamespace.Is("System", "Threading"))
            && !(type.Name is "TimeSpan" or "DateTimeOffset" or "DateOnly" or "TimeOnly" or "Type" && type.ContainingNamespace.Is("System"))
            && !WellKnown.IsLogger(type) && !WellKnown.IsException(type);
    }

    private static bool Is(List<string> words, bool isNumber)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var length = Match(words, i, s_numbers);
            if (length == 0 && !isNumber)
                length = Match(words, i, s_secrets);
            if (length == 0 || !IsSame(words, i + length))
                continue;

            if (words[i] == "token" && i > 0 && Array.IndexOf(s_otherTokens, words[i - 1]) >= 0)
                continue;

            return true;
        }

        return false;
    }

    private static bool IsSame(List<string> words, int from)
    {
        for (var i = from; i < words.Count; i++)
        {
            if (!char.IsDigit(words[i][0]) && Array.IndexOf(s_same, words[i]) < 0)
                return false;
        }

        return true;
    }

    /// <summary>How many words, beginning with the one at <paramref name="at"/>, are one of the phrases.</summary>
    private static int Match(List<string> words, int at, string[] phrases)
    {
        foreach (var phrase in phrases)
        {
            var space = phrase.IndexOf(' ');
            if (space < 0)
            {
                if (words[at] == phrase)
                    return 1;
            }
            else if (at + 1 < words.Count && string.CompareOrdinal(phrase, 0, words[at], 0, Math.Max(space, words[at].Length)) == 0
                && string.CompareOrdinal(phrase, space + 1, words[at + 1], 0, int.MaxValue) == 0)
            {
                return 2;
            }
        }

        return 0;
    }

    /// <summary>The words in lower case: <c>APIKey_2</c> is "api", "key", "2".</summary>
    private static List<string> Words(string name)
    {
        var words = new List<string>();
        var start = 0;
        for (var i = 0; i <= name.Length; i++)
        {
            if (i < name.Length && char.IsLetterOrDigit(name[i]) && !(i > start && BeginsWord(name, i)))
                continue;

            if (i > start)
                words.Add(name.Substring(start, i - start).ToLower(CultureInfo.InvariantCulture));
            start = i < name.Length && char.IsLetterOrDigit(name[i]) ? i : i + 1;
        }

        return words;
    }

    private static bool BeginsWord(string name, int i)
    {
        if (char.IsDigit(name[i]) != char.IsDigit(name[i - 1]))
            return true;

        return char.IsUpper(name[i]) && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
    }
}
