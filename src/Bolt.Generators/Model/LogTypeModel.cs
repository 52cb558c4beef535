namespace Bolt.Generators.Model;

/// <summary>The log methods of one type: one generated file.</summary>
/// <param name="Container">The type.</param>
/// <param name="Methods">Its methods, by name and signature.</param>
internal sealed record LogTypeModel(TypeHierarchy Container, EquatableArray<LogMethodModel> Methods);
