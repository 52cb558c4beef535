namespace Bolt.Generators.Model;

/// <summary>A type and the types around it: what is needed to reopen it in another file.</summary>
/// <param name="MetadataName">The full metadata name, such as <c>Shop.Orders`1+Log</c>: unique in the assembly.</param>
/// <param name="Namespace">The namespace, with escaped keywords; empty for the global one.</param>
/// <param name="Types">The chain of declarations, outermost first.</param>
internal sealed record TypeHierarchy(string MetadataName, string Namespace, EquatableArray<TypeDeclaration> Types);

/// <summary>One declaration of the chain.</summary>
/// <param name="Keyword">Everything up to the name: <c>partial class</c>, <c>ref partial struct</c>, <c>partial record struct</c>.</param>
/// <param name="Name">The name with its type parameters.</param>
internal sealed record TypeDeclaration(string Keyword, string Name);
