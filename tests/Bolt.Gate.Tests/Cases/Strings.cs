using System;
using System.Globalization;
using System.Text;
using Bolt;

namespace Cases;

[ZeroAlloc]
public class Strings
{
    private const string Name = "name";

    public string Concat(string a, string b) => a + b; //! Concat

    public string Four(string a, int b) => a + ", " + b + "."; //! Concat ToString

    public string Constants() => "a" + Name + nameof(Concat);

    public string Nothing(string a) => a + "";

    public string Interpolated(int a) => $"a = {a}"; //! Interpolation

    public string Culture(int a) => string.Create(CultureInfo.InvariantCulture, $"a = {a}"); //! Interpolation

    public string Long(string a, string b, string c, string d) => a + b + c + d + a; //! Concat

    public int Handed(string a, string b) => Count(a + b, a); //! Concat Array

    private static int Count(params string[] parts) => parts.Length;

    public FormattableString Formattable(string a) => $"a = {a}"; //! Interpolation

    public string Constant() => $"{Name}!";

    public void Handler(StringBuilder builder, int a) => builder.Append($"a = {a}");

    public bool Span(Span<char> to, int a) => to.TryWrite($"a = {a}", out _);

    public string Format(string a) => string.Format("{0}", a); //! Format

    public string Join(string[] all) => string.Join(',', all); //! Format

    public string Sub(string a) => a.Substring(1); //! StringCopy

    public string Upper(string a) => a.ToUpperInvariant(); //! StringCopy

    public string Range(string a) => a[1..]; //! StringCopy

    public int Slice(string a) => a.AsSpan(1).Trim().Length;

    public string Number(int a) => a.ToString(); //! ToString

    public string Bool(bool a) => a.ToString();

    public string Self(string a) => a.ToString();

    public string New(char c) => new string(c, 3); //! StringCopy
}
