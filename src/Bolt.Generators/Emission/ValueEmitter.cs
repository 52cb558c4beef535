using Bolt.Generators.Model;

namespace Bolt.Generators.Emission;

/// <summary>Writes the statements that encode one value into a <c>ValueBuffer</c>.</summary>
/// <param name="code">Receives them.</param>
/// <param name="writers">The writers of enums and objects.</param>
/// <param name="buffer">The name of the buffer.</param>
/// <param name="prefix">The prefix of local variables, which no parameter has.</param>
internal sealed class ValueEmitter(CodeWriter code, WriterNames writers, string buffer, string prefix)
{
    private const string Collections = "global::System.Collections.Generic.";

    /// <summary>The name of the buffer.</summary>
    public string Buffer => buffer;

    private int _locals;

    /// <summary>Encodes a value.</summary>
    /// <param name="value">How.</param>
    /// <param name="expression">The value; evaluated once.</param>
    public void Write(ValueModel value, string expression)
    {
        if (value.IsNullable)
        {
            string nullable = Stable(expression);
            code.Open($"if ({nullable}.HasValue)");
            Write(value with { IsNullable = false }, nullable + ".GetValueOrDefault()");
            code.Close();
            code.Open("else");
            code.Line(WritesEmptyForNull(value.Kind) ? $"{buffer}.Literal(\"[]\"u8);" : $"{buffer}.Null();");
            code.Close();
            return;
        }

        switch (value.Kind)
        {
            case ValueKind.Int32: Call("Value", "(int)" + expression); break;
            case ValueKind.UInt32: Call("Value", "(uint)" + expression); break;
            case ValueKind.Int64: Call("Value", "(long)" + expression); break;
            case ValueKind.UInt64: Call("Value", "(ulong)" + expression); break;
            case ValueKind.Utf8Span: Call("Utf8", expression); break;
            case ValueKind.CharMemory: Call("Value", expression + ".Span"); break;
            case ValueKind.Utf8Memory: Call("Utf8", expression + ".Span"); break;
            case ValueKind.Base64: Call("Base64", expression); break;
            case ValueKind.Hex: Call("Hex", expression); break;
            case ValueKind.Enum: code.Line($"{WriterNames.Class}.Write_{writers.Of(value.TypeName)}({buffer}, {expression});"); break;
            case ValueKind.EnumByName: Call("Enum", expression); break;
            case ValueKind.Utf8Formattable: Formattable("Utf8Formattable", value, expression); break;
            case ValueKind.SpanFormattable: Formattable("SpanFormattable", value, expression); break;
            case ValueKind.Array: Sequence(value, expression, Span); break;
            case ValueKind.ImmutableArray: Sequence(value, expression, (v, e) => Span(v, Stable(e + ".AsSpan()"))); break;
            case ValueKind.List: Sequence(value, expression, List); break;
            case ValueKind.Enumerable: Sequence(value, expression, Enumerate); break;
            case ValueKind.Sequence: Sequence(value, expression, Unknown); break;
            case ValueKind.Set: Sequence(value, expression, Set); break;
            case ValueKind.Dictionary: Dictionary(value, expression); break;
            case ValueKind.Fields: code.Line($"{WriterNames.Class}.Write_{writers.Of(value.TypeName)}({buffer}, {expression});"); break;
            case ValueKind.Object: Call("Object", "(object?)" + expression); break;
            case ValueKind.Text: Call("ToStringOf", expression); break;
            default: Call("Value", expression); break;
        }
    }

    /// <summary>A name for a value that is used more than once.</summary>
    public string Stable(string expression)
    {
        if (expression.All(static c => char.IsLetterOrDigit(c) || c is '_' or '@')) return expression;
        string local = Local("v");
        code.Line($"var {local} = {expression};");
        return local;
    }

    public string Local(string name) => prefix + name + (_locals++).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static bool WritesEmptyForNull(ValueKind kind) => kind is ValueKind.Array or ValueKind.ImmutableArray or ValueKind.List or ValueKind.Enumerable or ValueKind.Sequence or ValueKind.Set;

    private void Call(string method, string argument) => code.Line($"{buffer}.{method}({argument});");

    private void Formattable(string method, ValueModel value, string expression)
    {
        if (!value.IsReference)
        {
            Call(method, expression);
            return;
        }

        string stable = Stable(expression);
        code.Open($"if ({stable} is null)");
        code.Line($"{buffer}.Null();");
        code.Close();
        code.Open("else");
        Call(method, stable);
        code.Close();
    }

    private void Sequence(ValueModel value, string expression, Action<ValueModel, string> elements)
    {
        string stable = Stable(expression);
        code.Open($"if ({buffer}.StartArray())");
        if (value.IsReference) code.Open($"if ({stable} is not null)");
        elements(value, stable);
        if (value.IsReference) code.Close();
        code.Line($"{buffer}.EndArray();");
        code.Close();
    }

    /// <summary>By index: C# 12 refuses to enumerate a span of .NET 10, whose enumerator is a ref struct with an interface.</summary>
    private void Span(ValueModel value, string expression) => Indexed(value, expression, "Length");

    private void Enumerate(ValueModel value, string expression) => Each(value, value.TypeName.Length == 0 ? expression : $"({value.TypeName}){expression}");

    private void Each(ValueModel value, string expression)
    {
        string element = Local("x");
        code.Open($"foreach (var {element} in {expression})");
        code.Line($"if (!{buffer}.NextElement()) break;");
        Write(value.Element!, element);
        code.Close();
    }

    private void List(ValueModel value, string expression)
    {
        string list = expression;
        if (value.TypeName.Length > 0)
        {
            list = Local("l");
            code.Line($"{value.TypeName} {list} = {expression};");
        }

        Indexed(value, list, "Count");
    }

    private void Indexed(ValueModel value, string expression, string count)
    {
        string index = Local("i");
        code.Open($"for (int {index} = 0; {index} < {expression}.{count}; {index}++)");
        code.Line($"if (!{buffer}.NextElement()) break;");
        Write(value.Element!, $"{expression}[{index}]");
        code.Close();
    }

    private void Unknown(ValueModel value, string expression)
    {
        string array = Local("a");
        string list = Local("l");
        string span = Local("s");
        code.Open($"if ({expression} is {value.ElementType}[] or {Collections}List<{value.ElementType}>)");
        code.Line($"var {span} = {expression} is {value.ElementType}[] {array}");
        code.Line($"    ? new global::System.ReadOnlySpan<{value.ElementType}>({array})");
        code.Line($"    : global::System.Runtime.InteropServices.CollectionsMarshal.AsSpan({expression} as {Collections}List<{value.ElementType}>);");
        Span(value, span);
        code.Close();
        code.Open("else");
        Enumerate(value, expression);
        code.Close();
    }

    private void Set(ValueModel value, string expression)
    {
        string set = Local("h");
        code.Open($"if ({expression} is {Collections}HashSet<{value.ElementType}> {set})");
        Each(value, set);
        code.Close();
        code.Open("else");
        Enumerate(value, expression);
        code.Close();
    }

    private void Dictionary(ValueModel value, string expression)
    {
        string stable = Stable(expression);
        if (value.IsReference)
        {
            code.Open($"if ({stable} is null)");
            code.Line($"{buffer}.Null();");
            code.Close();
            code.Open($"else if ({buffer}.StartObject())");
        }
        else
        {
            code.Open($"if ({buffer}.StartObject())");
        }

        if (value.ElementType.Length > 0)
        {
            // Its enumerator is a struct; that of the interface would be allocated.
            string known = Local("d");
            code.Open($"if ({stable} is {Collections}Dictionary<{value.ElementType}> {known})");
            Pairs(value, known);
            code.Close();
            code.Open("else");
            Pairs(value, $"({value.TypeName}){stable}");
            code.Close();
        }
        else
        {
            Pairs(value, value.TypeName.Length == 0 ? stable : $"({value.TypeName}){stable}");
        }

        code.Line($"{buffer}.EndObject();");
        code.Close();
    }

    private void Pairs(ValueModel value, string expression)
    {
        string pair = Local("x");
        code.Open($"foreach (var {pair} in {expression})");
        if (value.Key!.Kind == ValueKind.String)
        {
            code.Line($"if (!{buffer}.Name({pair}.Key)) continue;");
        }
        else
        {
            string key = Local("k");
            code.Line($"int {key} = {buffer}.Position;");
            Write(value.Key, pair + ".Key");
            code.Line($"if (!{buffer}.NameFrom({key})) continue;");
        }

        Write(value.Element!, pair + ".Value");
        code.Close();
    }
}
