using Bolt.Generators.Model;

namespace Bolt.Generators.Emission;

/// <summary>The enums and objects of one generated file, each with the name of its writer.</summary>
internal sealed class WriterNames
{
    /// <summary>The nested class that holds the writers: nested, because it may have to name private types of the user's class.</summary>
    public const string Class = "__BoltWriters";

    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    public WriterNames(LogTypeModel type)
    {
        foreach (LogMethodModel method in type.Methods)
        {
            if (method.IsStub) continue;
            foreach (EnumModel model in method.Enums)
            {
                if (Add(model.TypeName)) Enums.Add(model);
            }

            foreach (ObjectModel model in method.Objects)
            {
                if (!Add(model.TypeName)) continue;
                Objects.Add(model);
                AddClassifications(model.Members);
            }

            foreach (ParameterModel parameter in method.Parameters)
            {
                AddClassification(parameter.Classification);
                AddClassifications(parameter.Flattened);
            }
        }
    }

    public List<EnumModel> Enums { get; } = [];

    public List<ObjectModel> Objects { get; } = [];

    /// <summary>The classifications, each as the expressions that make its attributes; the place is the end of its name.</summary>
    public List<string> Classifications { get; } = [];

    /// <summary>The value that holds a classification, as an expression.</summary>
    public string ClassificationOf(string expressions) => Class + "." + ClassificationName(Classifications.IndexOf(expressions));

    /// <summary>The name of the value that holds the classification at a place.</summary>
    public static string ClassificationName(int index) => "Classes_" + index.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The name of the type's writer, and the end of the name of an enum's width.</summary>
    public string Of(string typeName) => _names[typeName];

    private void AddClassifications(EquatableArray<MemberModel> members)
    {
        foreach (MemberModel member in members) AddClassification(member.Classification);
    }

    private void AddClassification(string expressions)
    {
        if (expressions.Length > 0 && !Classifications.Contains(expressions)) Classifications.Add(expressions);
    }

    private bool Add(string typeName)
    {
        if (_names.ContainsKey(typeName)) return false;
        string simple = SimpleName(typeName);
        string name = simple;
        for (int i = 2; !_taken.Add(name); i++) name = simple + "_" + i;
        _names.Add(typeName, name);
        return true;
    }

    /// <summary>The last name of a qualified one, without type arguments: <c>global::A.B&lt;int&gt;</c> gives <c>B</c>.</summary>
    private static string SimpleName(string typeName)
    {
        int end = typeName.IndexOf('<');
        if (end < 0) end = typeName.Length;
        int start = end;
        while (start > 0 && (char.IsLetterOrDigit(typeName[start - 1]) || typeName[start - 1] == '_')) start--;
        return start < end ? typeName.Substring(start, end - start) : "Value";
    }
}
