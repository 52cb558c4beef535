using System.Text;

namespace Bolt.Benchmarks.Generators;

/// <summary>The text of the files of an edited project: the same log methods for each generator, apart from the attribute.</summary>
internal static class EditedFiles
{
    public const int LogFiles = 100;
    public const int MethodsAFile = 10;
    public const int OtherFiles = 500;

    /// <summary>The file whose log methods take the enum.</summary>
    public const int FileOfEnum = LogFiles - 1;

    /// <param name="kind">Whose attribute the methods have.</param>
    /// <param name="file">Which file.</param>
    /// <param name="edit">The number that is in the text that <paramref name="what"/> changes; 0 is the file as it was first.</param>
    /// <param name="what">What was typed in it last, or null.</param>
    public static string Log(GeneratorKind kind, int file, int edit, EditKind? what)
    {
        var code = new StringBuilder($$"""
            using Microsoft.Extensions.Logging;
            using {{kind.Namespace()}};

            namespace Edited.Logging;

            internal static partial class Log{{file}}
            {
                public static int Next(int value) => value + {{(what == EditKind.MethodBody ? edit : 0)}};

            """);
        for (int method = 0; method < MethodsAFile; method++)
            Method(code, kind, file, $"{method}", method == 0 && what == EditKind.Template ? edit : 0);

        if (what == EditKind.AddedMethod)
            Method(code, kind, file, Added(edit), 0);

        return code.Append('}').ToString();
    }

    public static string Other(int file, int edit) => $$"""
        namespace Edited.Orders;

        /// <summary>Edit {{edit}}.</summary>
        internal sealed class Service{{file}}
        {
            private readonly System.Collections.Generic.Dictionary<string, int> _counts = new();

            public int Count(string key, int value)
            {
                _counts[key] = _counts.TryGetValue(key, out int count) ? count + value + {{edit}} : value;
                return _counts.Count;
            }
        }
        """;

    public static string Enum(int edit) => $$"""
        namespace Edited.Orders;

        public enum OrderState
        {
            Pending,
            Paid,
            Shipped,
            {{Member(edit)}},
        }
        """;

    /// <summary>What the generated code must hold after an edit of a kind, or null where it need not change.</summary>
    public static string? Expected(GeneratorKind generator, EditKind what, int edit) => what switch
    {
        EditKind.Template => Step(edit),
        EditKind.AddedMethod => Added(edit),

        // Only Bolt writes the names of an enum's members at compile time.
        EditKind.ParameterType when generator == GeneratorKind.Bolt => Member(edit),
        _ => null,
    };

    private static void Method(StringBuilder code, GeneratorKind kind, int file, string name, int edit)
    {
        (string type, string last) = file == FileOfEnum ? ("Edited.Orders.OrderState", "state") : ("System.TimeSpan", "took");
        code.AppendLine($"    [{kind.Attribute()}(LogLevel.Information, \"Order {{orderId}} of {{customer}} took {{{last}}}, {Step(edit)} of {name}\")]");
        code.AppendLine($"    public static partial void Event{file}_{name}(ILogger logger, long orderId, string customer, {type} {last});");
    }

    private static string Step(int edit) => $"step {edit}";

    private static string Added(int edit) => $"Added{edit}";

    private static string Member(int edit) => $"Returned{edit}";
}
