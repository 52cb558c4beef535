namespace Bolt.Generators.Model;

/// <summary>The log methods of one type: one generated file.</summary>
/// <param name="HintName">The file's name, unique in the compilation even where case is not told apart.</param>
/// <param name="Container">The type.</param>
/// <param name="Methods">Its methods, by name and signature.</param>
internal sealed record LogTypeModel(string HintName, TypeHierarchy Container, EquatableArray<LogMethodModel> Methods);
