using System.Composition;
using Bolt.Analyzers;
using Bolt.Analyzers.Logging;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Bolt.CodeFixes.Logging;

/// <summary>Passes an exception as such. Where all of it was logged as a field, its message stays there.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PassExceptionCodeFix)), Shared]
public sealed class PassExceptionCodeFix() : LogCallCodeFix(RuleIds.ExceptionAsField)
{
    private protected override string EquivalenceKey => "Bolt.PassException";

    private protected override string Title => "Pass the exception";

    private protected override SyntaxEdit? Plan(LogCall call, SemanticModel model, CancellationToken cancellationToken)
    {
        if (LoggedException.Find(call) is not { } found || !IsSteady(found.Exception)
            || call.Invocation.Syntax is not InvocationExpressionSyntax { ArgumentList: var list } invocation
            || HasTypeArguments(invocation)
            || PlanException(call, found, list, model) is not { } pass)
        {
            return null;
        }

        var spare = found.IsShown ? -1 : list.Arguments.IndexOf(argument => argument.Expression == found.Value);
        var message = spare < 0 && found.Part is null or nameof(ToString) ? Message(found.Value, model, cancellationToken) : null;
        if (message is not null && !TakesText(call, found, model))
            return null;

        return new SyntaxEdit(Title, editor =>
        {
            if (message is not null)
                editor.ReplaceNode(found.Value, message.WithTriviaFrom(found.Value));

            editor.ReplaceNode(list, (current, _) => pass(spare < 0 ? (ArgumentListSyntax)current : Without((ArgumentListSyntax)current, spare)));
        })
        { Once = invocation };
    }

    // --- where the exception goes ---

    private static Func<ArgumentListSyntax, ArgumentListSyntax>? PlanException(LogCall call, LoggedException found, ArgumentListSyntax list, SemanticModel model)
    {
        var exception = found.Exception.WithoutTrivia();
        if (call.Invocation.Arguments.FirstOrDefault(a => call.Exception is not null && LogCall.WithoutConversions(a.Value) == call.Exception) is { Parameter: { } taken } argument)
        {
            var place = list.Arguments.IndexOf(node => node == argument.Syntax);
            return place >= 0 && Fits(taken)
                ? current => current.WithArguments(current.Arguments.Replace(current.Arguments[place], current.Arguments[place].WithExpression(exception.WithTriviaFrom(current.Arguments[place].Expression))))
                : null;
        }

        if (call.Kind is LogCallKind.LogEvent or LogCallKind.LoggerMessage or LogCallKind.ZLoggerMessage)
        {
            // Left out, because it is optional.
            return call.Invocation.TargetMethod.Parameters.FirstOrDefault(static parameter => IsException(parameter.Type)) is { } parameter && Fits(parameter)
                ? current => Insert(current, current.Arguments.Count, SyntaxFactory.Argument(Named(parameter.Name), default, exception))
                : null;
        }

        if (call.Invocation.Arguments.FirstOrDefault(a => a.Value == call.Template)?.Syntax is not ArgumentSyntax template
            || !call.Invocation.TargetMethod.ContainingType.GetMembers(call.Invocation.TargetMethod.Name).Any(static member => member is IMethodSymbol method && method.Parameters.Any(static parameter => IsException(parameter.Type))))
        {
            return null;
        }

        var before = list.Arguments.IndexOf(template);
        return before >= 0
            ? current => Insert(current, before, SyntaxFactory.Argument(template.NameColon is null ? null : Named("exception"), default, exception))
            : null;

        bool Fits(IParameterSymbol parameter) => model.ClassifyConversion(found.Exception, parameter.Type).IsImplicit;
    }

    private static NameColonSyntax Named(string name) =>
        SyntaxFactory.NameColon(SyntaxFactory.IdentifierName(name), SyntaxFactory.Token(SyntaxKind.ColonToken).WithTrailingTrivia(SyntaxFactory.Space));

    private static ArgumentListSyntax Insert(ArgumentListSyntax list, int index, ArgumentSyntax argument)
    {
        var comma = SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space);
        var nodes = list.Arguments.ToList();
        if (index < nodes.Count)
        {
            argument = argument.WithLeadingTrivia(nodes[index].GetLeadingTrivia());
            nodes[index] = nodes[index].WithLeadingTrivia();
        }

        nodes.Insert(index, argument);
        var separators = list.Arguments.GetSeparators().ToList();
        separators.Insert(Math.Min(index, separators.Count), comma);
        return list.WithArguments(SyntaxFactory.SeparatedList(nodes, separators));
    }

    // --- what stays in its place ---

    private static ArgumentListSyntax Without(ArgumentListSyntax list, int index) => list.WithArguments(list.Arguments.RemoveAt(index));

    /// <summary>Whether the message may stand where the exception or its text does.</summary>
    private static bool TakesText(LogCall call, LoggedException found, SemanticModel model)
    {
        if (found.Part is not null)
            return true;

        var text = model.Compilation.GetSpecialType(SpecialType.System_String);
        foreach (var argument in call.Invocation.Arguments)
        {
            if (argument.Syntax is ArgumentSyntax { Expression: var expression } && expression == found.Value && argument is { Parameter: { IsParams: false, OriginalDefinition.Type: { TypeKind: not TypeKind.TypeParameter } type } })
                return model.Compilation.HasImplicitConversion(text, type);
        }

        return true;
    }

    private static ExpressionSyntax Message(ExpressionSyntax value, SemanticModel model, CancellationToken cancellationToken)
    {
        var name = SyntaxFactory.IdentifierName(nameof(Exception.Message));
        switch (value)
        {
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: nameof(ToString) } text }:
                return text.WithName(name);
            case ConditionalAccessExpressionSyntax { WhenNotNull: InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax } } access:
                return access.WithWhenNotNull(SyntaxFactory.MemberBindingExpression(name));
        }

        var exception = value is SimpleNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax or ParenthesizedExpressionSyntax
            ? value.WithoutTrivia()
            : SyntaxFactory.ParenthesizedExpression(value.WithoutTrivia());
        var isThere = model.GetTypeInfo(value, cancellationToken).Nullability.FlowState == NullableFlowState.NotNull
            || model.GetSymbolInfo(value, cancellationToken).Symbol is ILocalSymbol { DeclaringSyntaxReferences: [var declaration] } && declaration.GetSyntax(cancellationToken) is CatchDeclarationSyntax;
        return isThere
            ? SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, exception, name)
            : SyntaxFactory.ConditionalAccessExpression(exception, SyntaxFactory.MemberBindingExpression(name));
    }

    private static bool IsException(ITypeSymbol type)
    {
        for (var t = type; t is not null; t = t.BaseType)
        {
            if (WellKnownNames.Of(t) == "System.Exception")
                return true;
        }

        return false;
    }
}
