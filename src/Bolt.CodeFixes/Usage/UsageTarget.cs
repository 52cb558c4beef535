using Bolt.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Bolt.CodeFixes.Usage;

/// <summary>What a diagnostic points at: the place, and the declarations around it that a fix changes.</summary>
internal sealed class UsageTarget
{
    public UsageTarget(SyntaxNode node, SemanticModel model, Diagnostic diagnostic)
    {
        Model = model;
        Diagnostic = diagnostic;
        Node = node;
        Method = node.FirstAncestorOrSelf<MethodDeclarationSyntax>();
        Parameter = node.FirstAncestorOrSelf<ParameterSyntax>();
        Attribute = node.FirstAncestorOrSelf<AttributeSyntax>();
    }

    public SemanticModel Model { get; }

    public Diagnostic Diagnostic { get; }

    public TextSpan Span => Diagnostic.Location.SourceSpan;

    /// <summary>The innermost node that covers the diagnostic.</summary>
    public SyntaxNode Node { get; }

    /// <summary>The log method; null when the diagnostic is on a container or on something that cannot become one.</summary>
    public MethodDeclarationSyntax? Method { get; }

    public ParameterSyntax? Parameter { get; }

    public AttributeSyntax? Attribute { get; }

    /// <summary>The [LogEvent] attribute of <see cref="Method"/>.</summary>
    public AttributeSyntax? LogEvent =>
        Method?.AttributeLists.SelectMany(list => list.Attributes).FirstOrDefault(attribute => Is(attribute, WellKnownNames.LogEventAttribute));

    /// <summary>Whether <paramref name="attribute"/> is the one of this full name, however it is written.</summary>
    public bool Is(AttributeSyntax attribute, string fullName)
    {
        var info = Model.GetSymbolInfo(attribute);
        var constructor = info.Symbol ?? info.CandidateSymbols.FirstOrDefault();
        return constructor?.ContainingType is { } type && WellKnownNames.Of(type) == fullName;
    }
}
