using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bolt.Analyzers.Allocation.Calls;

/// <summary>One operation that runs when a member is called, and the symbol it belongs to: an initialiser is its field's, not its constructor's.</summary>
internal readonly record struct MemberCode(IOperation Operation, ISymbol Owner);

/// <summary>Finds the code of members of the compilation. One instance serves a compilation; safe for use by several threads.</summary>
internal sealed class MemberCodes(Compilation compilation)
{
    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> _models = new();

    /// <summary>Everything that runs when <paramref name="method"/> is called, but for what it calls; empty if it has no code here.</summary>
    public List<MemberCode> Of(IMethodSymbol method, CancellationToken cancellationToken)
    {
        var codes = new List<MemberCode>();
        var runsInitializers = method.MethodKind == MethodKind.Constructor;
        foreach (var reference in method.DeclaringSyntaxReferences)
        {
            var node = reference.GetSyntax(cancellationToken);
            switch (node)
            {
                case BaseMethodDeclarationSyntax { Body: not null } or BaseMethodDeclarationSyntax { ExpressionBody: not null }:
                    runsInitializers &= node is not ConstructorDeclarationSyntax { Initializer.RawKind: (int)SyntaxKind.ThisConstructorInitializer };
                    Add(node, method);
                    break;
                case AccessorDeclarationSyntax { Body: not null } or AccessorDeclarationSyntax { ExpressionBody: not null }:
                case ArrowExpressionClauseSyntax or LocalFunctionStatementSyntax:
                    Add(node, method);
                    break;
                case TypeDeclarationSyntax { BaseList.Types: [PrimaryConstructorBaseTypeSyntax @base, ..] } when runsInitializers:
                    Add(@base, method);
                    break;
            }
        }

        if (runsInitializers)
            AddInitializers(method.ContainingType);

        return codes;

        void Add(SyntaxNode node, ISymbol owner)
        {
            if (Model(node.SyntaxTree).GetOperation(node, cancellationToken) is { } operation)
                codes.Add(new MemberCode(operation, owner));
        }

        void AddInitializers(INamedTypeSymbol type)
        {
            foreach (var member in type.GetMembers())
            {
                if (member.IsStatic || member.IsImplicitlyDeclared || member is not (IFieldSymbol or IPropertySymbol or IEventSymbol))
                    continue;

                foreach (var reference in member.DeclaringSyntaxReferences)
                {
                    var initializer = reference.GetSyntax(cancellationToken) switch
                    {
                        VariableDeclaratorSyntax field => field.Initializer,
                        PropertyDeclarationSyntax property => property.Initializer,
                        _ => null,
                    };
                    if (initializer is not null)
                        Add(initializer, member);
                }
            }
        }
    }

    public SemanticModel Model(SyntaxTree tree)
    {
        if (_models.TryGetValue(tree, out var model))
            return model;

        // The driver's own model is of the caller's file only, and a path leads through several. One model for each file is kept.
#pragma warning disable RS1030
        return _models.GetOrAdd(tree, compilation.GetSemanticModel(tree));
#pragma warning restore RS1030
    }
}
