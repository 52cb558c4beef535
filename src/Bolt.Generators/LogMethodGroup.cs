using Bolt.Generators.Model;
using Bolt.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bolt.Generators;

/// <summary>
/// The log methods that one node stands for. To bind an attribute is most of what a keystroke costs, for the compiler binds all of them
/// anew each time: so of the methods in one declaration of a type whose attributes are plain, only the first is asked for.
/// </summary>
internal static class LogMethodGroup
{
    /// <summary>Whether a method is asked for: the first of those with plain attributes, or one whose attribute is not plain.</summary>
    public static bool IsAskedFor(SyntaxNode node) =>
        node is MethodDeclarationSyntax method
        && (method.Parent is not TypeDeclarationSyntax type || PlainAttribute.Of(method) is null || PlainAttribute.First(type) == method);

    /// <summary>Reads the methods that a node stands for.</summary>
    public static EquatableArray<LogMethodModel> Parse(GeneratorAttributeSyntaxContext context, CancellationToken ct)
    {
        SemanticModel model = context.SemanticModel;
        if (context.TargetSymbol is not IMethodSymbol first) return default;
        if (context.TargetNode is not MethodDeclarationSyntax { Parent: TypeDeclarationSyntax type } node || PlainAttribute.Of(node) is null)
        {
            return LogMethodParser.Parse(first, context.Attributes[0], model.Compilation, problems: null, ct) is { } one ? new([one]) : default;
        }

        bool isMeant = PlainAttribute.IsMeant(node, context.Attributes[0], model, ct);
        var models = new List<LogMethodModel>(type.Members.Count);
        foreach (MemberDeclarationSyntax member in type.Members)
        {
            ct.ThrowIfCancellationRequested();
            if (member is not MethodDeclarationSyntax syntax || PlainAttribute.Of(syntax) is not { } plain || model.GetDeclaredSymbol(syntax, ct) is not { } method) continue;
            LogMethodModel? found = isMeant
                ? LogMethodParser.Parse(method, syntax, plain, model.Compilation, ct)
                : WellKnown.Find(method, "LogEventAttribute") is { } attribute ? LogMethodParser.Parse(method, attribute, model.Compilation, problems: null, ct) : null;
            if (found is not null) models.Add(found);
        }

        return models;
    }
}
