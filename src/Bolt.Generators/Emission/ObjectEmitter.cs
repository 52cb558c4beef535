using Bolt.Generators.Model;

namespace Bolt.Generators.Emission;

/// <summary>Writes the writer of a type whose members become a JSON object.</summary>
internal static class ObjectEmitter
{
    public static void Emit(CodeWriter code, ObjectModel model, WriterNames writers)
    {
        code.Open($"internal static void Write_{writers.Of(model.TypeName)}({RuntimeNames.ValueBuffer} values, {model.TypeName} value)");
        if (model.IsReference)
        {
            code.Open("if (value is null)");
            code.Line("values.Null();");
            code.Line("return;");
            code.Close();
            code.Line();
        }

        code.Line("int start = values.Position;");
        code.Line("if (!values.StartObject()) return;");
        code.Open("try");
        var emitter = new ValueEmitter(code, writers, "values", "__");
        foreach (MemberModel member in model.Members)
        {
            code.Line($"values.Name({Literals.CSharp("\"" + Literals.Json(member.Key) + "\":")}u8);");
            Member(code, emitter, writers, member, "value." + member.Name);
        }

        code.Line("values.EndObject();");
        code.Close();
        code.Open($"catch ({RuntimeNames.Exception} exception)");
        code.Line("values.Fail(start, exception);");
        code.Close();
        code.Close();
    }

    /// <summary>Encodes a member's value, redacted as it asks.</summary>
    public static void Member(CodeWriter code, ValueEmitter emitter, WriterNames writers, MemberModel member, string expression)
    {
        switch (member.Redaction)
        {
            case RedactionModel.Mask:
                code.Line($"{emitter.Buffer}.Literal(\"\\\"***\\\"\"u8);");
                break;
            case RedactionModel.Last4 or RedactionModel.Hash or RedactionModel.Classified:
                string start = emitter.Local("r");
                code.Line($"int {start} = {emitter.Buffer}.Position;");
                emitter.Write(member.Value, expression);
                Redact(code, emitter.Buffer, start, member.Redaction, member.Classification, writers);
                break;
            default:
                emitter.Write(member.Value, expression);
                break;
        }
    }

    /// <summary>Redacts the value that was encoded last.</summary>
    public static void Redact(CodeWriter code, string buffer, string start, RedactionModel redaction, string classification, WriterNames writers) =>
        code.Line($"{buffer}.Redact({start}, {(redaction == RedactionModel.Classified ? writers.ClassificationOf(classification) : $"{RuntimeNames.Redaction}.{redaction}")});");
}
