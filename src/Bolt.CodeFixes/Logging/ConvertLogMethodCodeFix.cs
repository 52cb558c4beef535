using System.Collections.Immutable;
using System.Composition;
using Bolt.Analyzers;
using Bolt.Analyzers.Logging;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace Bolt.CodeFixes.Logging;

/// <summary>Swaps [LoggerMessage] or [ZLoggerMessage] for [LogEvent], for all methods of the class at once.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ConvertLogMethodCodeFix))]
[Shared]
public sealed class ConvertLogMethodCodeFix : CodeFixProvider
{
    private static readonly FixAllProvider s_fixAll = FixAllProvider.Create(
        async (context, document, diagnostics) =>
            await ApplyAsync(document, diagnostics.Select(diagnostic => diagnostic.Location.SourceSpan.Start), context.CancellationToken).ConfigureAwait(false),
        ImmutableArray.Create(FixAllScope.ContainingType, FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution));

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.ConvertibleLogMethod);

    /// <summary>Identifies the fix across diagnostics; stable, because editors and scripts remember it.</summary>
    private string EquivalenceKey => "Bolt.ConvertLogMethod";

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => s_fixAll;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root)
            return;

        foreach (var diagnostic in context.Diagnostics)
        {
            if (root.FindToken(diagnostic.Location.SourceSpan.Start).Parent is not MethodDeclarationSyntax { Parent: TypeDeclarationSyntax type })
                continue;

            var places = type.Members.OfType<MethodDeclarationSyntax>().Select(method => method.Identifier.SpanStart).ToList();
            context.RegisterCodeFix(
                CodeAction.Create($"Convert the log methods of '{type.Identifier.ValueText}' to [LogEvent]", token => ApplyAsync(context.Document, places, token), EquivalenceKey),
                diagnostic);
        }
    }

    private static async Task<Document> ApplyAsync(Document document, IEnumerable<int> places, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (root is not CompilationUnitSyntax unit || model is null)
            return document;

        var attributes = new Dictionary<AttributeSyntax, AttributeSyntax>();
        var isUsingNeeded = false;
        foreach (var place in places)
        {
            if (unit.FindToken(place).Parent is MethodDeclarationSyntax declaration
                && model.GetDeclaredSymbol(declaration, cancellationToken) is { } method
                && ConvertibleMethod.TryCreate(method, model.Compilation, cancellationToken) is { } convertible
                && convertible.Attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken) is AttributeSyntax attribute
                && attribute.SyntaxTree == unit.SyntaxTree)
            {
                var name = BoltNames.LogEvent(unit, model, place, out var usingNeeded);
                isUsingNeeded |= usingNeeded;
                attributes[attribute] = LogEvent(attribute, convertible, name);
            }
        }

        unit = unit.ReplaceNodes(attributes.Keys, (original, _) => attributes[original]);
        return document.WithSyntaxRoot(isUsingNeeded ? BoltNames.WithUsing(unit) : unit);
    }

    private static AttributeSyntax LogEvent(AttributeSyntax attribute, ConvertibleMethod convertible, string name)
    {
        var given = Arguments(attribute, convertible.Attribute.AttributeConstructor);
        if (convertible.Template is { } template)
            given["message"] = SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(template));

        var arguments = new List<AttributeArgumentSyntax>();
        foreach (var key in new[] { "level", "message" })
        {
            if (given.TryGetValue(key, out var value))
                arguments.Add(SyntaxFactory.AttributeArgument(value));
        }

        // An id of 0, and ZLogger's -1, stand for none.
        if (given.TryGetValue("eventid", out var id) && id.ToString() is not ("0" or "-1"))
            arguments.Add(Named("EventId", id));
        if (given.TryGetValue("eventname", out var eventName))
            arguments.Add(Named("EventName", eventName));
        if (given.TryGetValue("skipenabledcheck", out var skip))
            arguments.Add(Named("SkipEnabledCheck", skip));

        var commas = Enumerable.Repeat(SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space), Math.Max(0, arguments.Count - 1));
        var list = arguments.Count == 0 ? null : SyntaxFactory.AttributeArgumentList(SyntaxFactory.SeparatedList(arguments, commas));
        return SyntaxFactory.Attribute(SyntaxFactory.ParseName(name), list).WithTriviaFrom(attribute).WithAdditionalAnnotations(Simplifier.Annotation);
    }

    private static Dictionary<string, ExpressionSyntax> Arguments(AttributeSyntax attribute, IMethodSymbol? constructor)
    {
        var given = new Dictionary<string, ExpressionSyntax>(StringComparer.OrdinalIgnoreCase);
        var position = 0;
        foreach (var argument in attribute.ArgumentList?.Arguments ?? default)
        {
            var name = argument.NameEquals?.Name.Identifier.ValueText ?? argument.NameColon?.Name.Identifier.ValueText ?? constructor?.Parameters[position++].Name;
            if (name is not null)
                given[name] = argument.Expression.WithoutTrivia();
        }

        return given;
    }

    private static AttributeArgumentSyntax Named(string name, ExpressionSyntax value) =>
        SyntaxFactory.AttributeArgument(
            SyntaxFactory.NameEquals(SyntaxFactory.IdentifierName(name), SyntaxFactory.Token(SyntaxKind.EqualsToken).WithLeadingTrivia(SyntaxFactory.Space).WithTrailingTrivia(SyntaxFactory.Space)),
            nameColon: null,
            value);
}
