namespace Bolt.Numbers.Tests;

/// <summary>What a decimal text says, however it spells the exponent: its sign, its digits without outer zeros, and where the point is.</summary>
internal readonly struct NumberText : IEquatable<NumberText>
{
    private readonly bool _isNegative;
    private readonly UInt128 _digits;
    private readonly int _exponent;

    private NumberText(bool isNegative, UInt128 digits, int exponent)
    {
        _isNegative = isNegative;
        _digits = digits;
        _exponent = exponent;
    }

    /// <exception cref="FormatException">It is no JSON number.</exception>
    public static NumberText Parse(ReadOnlySpan<byte> text)
    {
        int i = 0;
        bool isNegative = text.Length > 0 && text[0] == '-';
        if (isNegative)
            i++;

        UInt128 digits = 0;
        int exponent = 0;
        int first = i;
        while (i < text.Length && char.IsAsciiDigit((char)text[i]))
            digits = (digits * 10) + (UInt128)(text[i++] - '0');

        bool isNumber = i > first && (text[first] != '0' || i == first + 1);
        if (i < text.Length && text[i] == '.')
        {
            first = ++i;
            for (; i < text.Length && char.IsAsciiDigit((char)text[i]); i++)
            {
                digits = (digits * 10) + (UInt128)(text[i] - '0');
                exponent--;
            }

            isNumber &= i > first;
        }

        if (i < text.Length && text[i] is (byte)'e' or (byte)'E')
        {
            isNumber &= int.TryParse(text[(i + 1)..], System.Globalization.NumberStyles.AllowLeadingSign, null, out int power);
            exponent += power;
            i = text.Length;
        }

        if (!isNumber || i != text.Length)
            throw new FormatException($"'{System.Text.Encoding.UTF8.GetString(text)}' is no JSON number.");

        while (digits != 0 && digits % 10 == 0)
        {
            digits /= 10;
            exponent++;
        }

        return new NumberText(isNegative, digits, digits == 0 ? 0 : exponent);
    }

    public bool Equals(NumberText other) => _isNegative == other._isNegative && _digits == other._digits && _exponent == other._exponent;

    public override bool Equals(object? obj) => obj is NumberText other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(_isNegative, _digits, _exponent);
}
