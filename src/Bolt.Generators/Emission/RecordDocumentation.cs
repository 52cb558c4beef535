using System.Text;
using Bolt.Generators.Model;

namespace Bolt.Generators.Emission;

/// <summary>Writes the documentation of a log method that has none: what the record looks like, to be seen on hover.</summary>
internal static class RecordDocumentation
{
    private static readonly string[] s_levels = ["trace", "debug", "info", "warn", "error", "fatal"];

    public static void Emit(CodeWriter code, LogMethodModel method)
    {
        if (method.IsStub)
        {
            code.Line("/// <summary>Writes nothing: the declaration has a mistake.</summary>");
            return;
        }

        string level = method.Level == LogMethodModel.DynamicLevel ? "at the level given" : "at level " + RuntimeNames.LevelName(method.Level);
        code.Line($"/// <summary>Writes the event <c>{Literals.Xml(method.EventName)}</c> {level}.</summary>");
        code.Line($"/// <remarks><code>{Literals.Xml(Shape(method))}</code></remarks>");
    }

    private static string Shape(LogMethodModel method)
    {
        var text = new StringBuilder("{\"level\":");
        text.Append(method.Level == LogMethodModel.DynamicLevel ? "…" : "\"" + s_levels[method.Level] + "\"");
        text.Append(",\"event\":\"").Append(Literals.Json(method.EventName)).Append('"');
        bool hasException = false;
        foreach (ParameterModel parameter in method.Parameters)
        {
            hasException |= parameter.Role == ParameterRole.Exception;
            if (parameter.Value is null || parameter.Redaction == RedactionModel.Omit) continue;
            if (parameter.IsFlattened)
            {
                foreach (MemberModel member in parameter.Flattened) Append(member.Key, member.Redaction);
            }
            else
            {
                Append(parameter.Key, parameter.Redaction);
            }
        }

        if (hasException) text.Append(",\"error\":…");
        return text.Append(",\"message\":\"").Append(Literals.Json(method.Template)).Append("\"}").ToString();

        void Append(string key, RedactionModel redaction) =>
            text.Append(",\"").Append(Literals.Json(key)).Append("\":").Append(redaction == RedactionModel.Mask ? "\"***\"" : "…");
    }
}
