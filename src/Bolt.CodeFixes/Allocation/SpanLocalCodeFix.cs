using System.Composition;
using Bolt.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace Bolt.CodeFixes.Allocation;

/// <summary>
/// Makes a local of an array or a list a span on the stack, where every use of it is one that a span has too and none lets it out of its method.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SpanLocalCodeFix)), Shared]
public sealed class SpanLocalCodeFix() : SyntaxCodeFix(RuleIds.ArrayCreation, RuleIds.CollectionExpression)
{
    private const int MaximumElements = 32;
    private const int MaximumBytes = 512;

    private protected override string EquivalenceKey => "Bolt.SpanLocal";

    private protected override SyntaxEdit? Plan(SyntaxNode node, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (node is not ExpressionSyntax value
            || LocalUses.InitializedBy(value, model, cancellationToken) is not { } local
            || ElementType(local.Symbol.Type) is not { } element
            || local.IsCaptured || local.IsSuspended
            || !CanBeSpan(value, local, element, model, cancellationToken))
        {
            return null;
        }

        var counts = new List<SimpleNameSyntax>();
        var (isWritten, isEnumerated) = (false, false);
        foreach (var use in local.Uses)
        {
            switch (UseOf(use, element, model, cancellationToken))
            {
                case Use.Read:
                    break;
                case Use.Write:
                    isWritten = true;
                    break;
                case Use.Enumeration:
                    isEnumerated = true;
                    break;
                case Use.Count:
                    counts.Add(((MemberAccessExpressionSyntax)use.Parent!).Name);
                    break;
                default:
                    return null;
            }
        }

        // A list that is changed while it is enumerated throws.
        if (isWritten && isEnumerated && local.Symbol.Type is not IArrayTypeSymbol)
            return null;

        var type = SyntaxFactory.ParseTypeName((isWritten || value is ArrayCreationExpressionSyntax { Initializer: null } ? "global::System.Span<" : "global::System.ReadOnlySpan<")
            + element.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier)) + ">").WithAdditionalAnnotations(Simplifier.Annotation);
        SyntaxNode[] changed = [local.Type, value, .. counts];
        if (Trial.Of(model, changed, Change, cancellationToken) is null)
            return null;

        return new SyntaxEdit("Use a span on the stack", editor =>
        {
            foreach (var part in changed)
                editor.ReplaceNode(part, (current, _) => Change(part, current));
        });

        SyntaxNode Change(SyntaxNode original, SyntaxNode current) =>
            original == local.Type ? type.WithTriviaFrom(current)
            : original == value ? OnTheStack((ExpressionSyntax)current)
            : SyntaxFactory.IdentifierName("Length").WithTriviaFrom(current);
    }

    private static ITypeSymbol? ElementType(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { Rank: 1 } array => array.ElementType,
        INamedTypeSymbol { TypeArguments: [var element], Name: "List" or "IEnumerable" or "IList" or "ICollection" or "IReadOnlyList" or "IReadOnlyCollection" } collection
            when collection.ContainingNamespace.ToDisplayString() == "System.Collections.Generic" => element,
        _ => null,
    };

    private static bool CanBeSpan(ExpressionSyntax value, LocalUses local, ITypeSymbol element, SemanticModel model, CancellationToken cancellationToken)
    {
        if (value is ArrayCreationExpressionSyntax { Initializer: null, Type.RankSpecifiers: [{ Sizes: [var size] }] })
        {
            // Memory on the stack is given back when the method returns, and cleared unless the code says not to.
            return model.GetConstantValue(size, cancellationToken).Value is int count and > 0
                && SizeOf(element) is int bytes and > 0 && count * (long)bytes <= MaximumBytes
                && !local.Declaration.Ancestors().TakeWhile(node => node != local.Function).Any(static node => node is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax or LabeledStatementSyntax)
                && !local.Function.DescendantNodes().Any(static node => node is GotoStatementSyntax)
                && !SkipsInitialization(local.Symbol);
        }

        var values = value switch
        {
            CollectionExpressionSyntax collection when collection.Elements.All(static part => part is ExpressionElementSyntax) => collection.Elements.Count,
            ArrayCreationExpressionSyntax { Initializer.Expressions: var initial } => initial.Count,
            ImplicitArrayCreationExpressionSyntax { Initializer.Expressions: var initial } => initial.Count,
            InitializerExpressionSyntax { Expressions: var initial } => initial.Count,
            _ => 0,
        };
        return values is > 0 and <= MaximumElements && model.Compilation.GetTypeByMetadataName("System.Runtime.CompilerServices.InlineArrayAttribute") is not null;
    }

    private static int SizeOf(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Boolean or SpecialType.System_Byte or SpecialType.System_SByte => 1,
        SpecialType.System_Char or SpecialType.System_Int16 or SpecialType.System_UInt16 => 2,
        SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Single => 4,
        SpecialType.System_Int64 or SpecialType.System_UInt64 or SpecialType.System_Double => 8,
        SpecialType.System_Decimal => 16,
        _ => 0,
    };

    private static bool SkipsInitialization(ISymbol local)
    {
        for (var symbol = local.ContainingSymbol; symbol is not null; symbol = symbol.ContainingSymbol)
        {
            if (symbol.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "SkipLocalsInitAttribute"))
                return true;
        }

        return local.ContainingModule.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "SkipLocalsInitAttribute");
    }

    private static Use UseOf(IdentifierNameSyntax use, ITypeSymbol element, SemanticModel model, CancellationToken cancellationToken)
    {
        switch (use.Parent)
        {
            case ElementAccessExpressionSyntax { ArgumentList.Arguments: [{ Expression: var index }] } access when access.Expression == use:
                if (model.GetTypeInfo(index, cancellationToken).ConvertedType is not ({ SpecialType: SpecialType.System_Int32 } or { Name: "Index" }))
                    return Use.Other;
                return IsChanged(access, element) switch { true => Use.Write, false => Use.Read, null => Use.Other };
            case MemberAccessExpressionSyntax access when access.Expression == use:
                if (access.Parent is InvocationExpressionSyntax { ArgumentList.Arguments: [_] })
                    return access.Name.Identifier.ValueText is "Contains" or "IndexOf" && (Quiet.IsValue(element) && element.TypeKind != TypeKind.Enum) ? Use.Read : Use.Other;
                return model.GetSymbolInfo(access, cancellationToken).Symbol is IPropertySymbol { Name: var name } ? (name switch { "Length" => Use.Read, "Count" => Use.Count, _ => Use.Other }) : Use.Other;
            case ForEachStatementSyntax loop when loop.Expression == use && loop.AwaitKeyword.RawKind == 0:
                return Use.Enumeration;
            case ArgumentSyntax { RefKindKeyword.RawKind: 0 }:
                return model.GetTypeInfo(use, cancellationToken).ConvertedType is { Name: "ReadOnlySpan" } ? Use.Read : Use.Other;
            default:
                return Use.Other;
        }
    }

    /// <summary>Whether an element is written to; null where it is handed on by reference, or is a struct that a member might change.</summary>
    private static bool? IsChanged(ElementAccessExpressionSyntax access, ITypeSymbol element)
    {
        var whole = Expressions.WithParentheses(access);
        return whole.Parent switch
        {
            AssignmentExpressionSyntax assignment when assignment.Left == whole => assignment.Right is RefExpressionSyntax ? null : true,
            PrefixUnaryExpressionSyntax unary when unary.IsKind(SyntaxKind.PreIncrementExpression) || unary.IsKind(SyntaxKind.PreDecrementExpression) => true,
            PostfixUnaryExpressionSyntax unary when !unary.IsKind(SyntaxKind.SuppressNullableWarningExpression) => true,
            PrefixUnaryExpressionSyntax unary when unary.IsKind(SyntaxKind.AddressOfExpression) => null,
            RefExpressionSyntax => null,
            ArgumentSyntax { RefKindKeyword.RawKind: not 0 } => null,
            ArgumentSyntax { Parent: TupleExpressionSyntax { Parent: AssignmentExpressionSyntax } } => null,
            MemberAccessExpressionSyntax when element.IsValueType && !Quiet.IsValue(element) => null,
            ElementAccessExpressionSyntax when element.IsValueType => null,
            _ => false,
        };
    }

    private static ExpressionSyntax OnTheStack(ExpressionSyntax value)
    {
        switch (value)
        {
            case ArrayCreationExpressionSyntax { Initializer: null } array:
                return SyntaxFactory.StackAllocArrayCreationExpression(SyntaxFactory.Token(SyntaxKind.StackAllocKeyword).WithTrailingTrivia(array.NewKeyword.TrailingTrivia), array.Type).WithTriviaFrom(value);
            case ArrayCreationExpressionSyntax { Initializer: { } initializer }:
                return Collection(initializer).WithTriviaFrom(value);
            case ImplicitArrayCreationExpressionSyntax { Initializer: var initializer }:
                return Collection(initializer).WithTriviaFrom(value);
            case InitializerExpressionSyntax initializer:
                return Collection(initializer).WithTriviaFrom(value);
            default:
                return value;
        }
    }

    private static CollectionExpressionSyntax Collection(InitializerExpressionSyntax initializer)
    {
        var isOneLine = !initializer.DescendantTrivia().Any(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        var elements = initializer.Expressions.Select(static CollectionElementSyntax (expression) => SyntaxFactory.ExpressionElement(expression)).ToList();
        var separators = initializer.Expressions.GetSeparators().ToList();
        if (isOneLine && separators.Count < elements.Count)
            elements[elements.Count - 1] = elements[elements.Count - 1].WithTrailingTrivia(initializer.Expressions.Last().GetTrailingTrivia().Where(static trivia => !trivia.IsKind(SyntaxKind.WhitespaceTrivia)));
        else if (isOneLine)
            separators[separators.Count - 1] = separators[separators.Count - 1].WithTrailingTrivia();

        return SyntaxFactory.CollectionExpression(
            SyntaxFactory.Token(SyntaxKind.OpenBracketToken).WithTrailingTrivia(isOneLine ? default : initializer.OpenBraceToken.TrailingTrivia).WithLeadingTrivia(isOneLine ? default : initializer.OpenBraceToken.LeadingTrivia),
            SyntaxFactory.SeparatedList(elements, separators),
            SyntaxFactory.Token(SyntaxKind.CloseBracketToken).WithLeadingTrivia(isOneLine ? default : initializer.CloseBraceToken.LeadingTrivia));
    }

    private enum Use
    {
        Other,
        Read,
        Write,
        Count,
        Enumeration,
    }
}
