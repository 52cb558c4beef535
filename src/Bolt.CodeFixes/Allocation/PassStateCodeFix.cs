using System.Composition;
using Bolt.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace Bolt.CodeFixes.Allocation;

/// <summary>Makes a lambda static and passes what it captures as an argument, to the methods of the framework that hand a state on.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PassStateCodeFix)), Shared]
public sealed class PassStateCodeFix() : SyntaxCodeFix(RuleIds.Closure)
{
    private protected override string EquivalenceKey => "Bolt.PassState";

    private protected override SyntaxEdit? Plan(SyntaxNode node, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (node is not LambdaExpressionSyntax { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } }
            || model.GetSymbolInfo(call, cancellationToken).Symbol is not IMethodSymbol method
            || call.ArgumentList.Arguments.Any(static argument => argument.NameColon is not null)
            || WayOf(method, call) is not { } way)
        {
            return null;
        }

        var lambdas = call.ArgumentList.Arguments.Skip(way.FirstLambda).Select(static argument => argument.Expression).OfType<LambdaExpressionSyntax>().ToList();
        if (lambdas.Count != call.ArgumentList.Arguments.Count - way.FirstLambda
            || CapturedState.Of(lambdas, call, way.IsDeferred, model, cancellationToken) is not { } state
            || (way.IsObject && state.Type is not { IsReferenceType: true })
            || (way.ReplacesParameter && UsesItsParameter(lambdas[0], model, cancellationToken))
            || Trial.Of(model, [call], (_, current) => Change((InvocationExpressionSyntax)current), cancellationToken) is not { } trial
            || trial.Model.GetSymbolInfo(trial.Find(call), cancellationToken).Symbol is not IMethodSymbol called
            || called.Parameters.Length != method.Parameters.Length + way.Added)
        {
            return null;
        }

        // What a fix-all has changed inside a lambda, this change does not know of: the next round makes it.
        return new SyntaxEdit("Pass what is captured as state", editor => editor.ReplaceNode(
            call,
            (current, _) => ((InvocationExpressionSyntax)current).ArgumentList.Arguments.Skip(way.FirstLambda).Zip(lambdas, static (now, was) => now.Expression.IsEquivalentTo(was)).All(static same => same)
                ? Change((InvocationExpressionSyntax)current)
                : current))
        { Once = call };

        InvocationExpressionSyntax Change(InvocationExpressionSyntax current)
        {
            var cast = way.IsObject
                ? SyntaxFactory.ParseTypeName(state.Type!.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)).WithAdditionalAnnotations(Simplifier.Annotation)
                : null;
            var arguments = current.ArgumentList.Arguments;
            for (var index = 0; index < lambdas.Count; index++)
                arguments = arguments.Replace(arguments[way.FirstLambda + index], arguments[way.FirstLambda + index].WithExpression(state.PassTo(lambdas[index], way.ReplacesParameter, cast)));

            var added = new List<ArgumentSyntax> { SyntaxFactory.Argument(state.Value) };
            if (way.IsPool)
                added.Add(SyntaxFactory.Argument(SyntaxFactory.LiteralExpression(SyntaxKind.FalseLiteralExpression)).WithNameColon(SyntaxFactory.NameColon("preferLocal").WithTrailingTrivia(SyntaxFactory.Space)));

            var nodes = arguments.GetWithSeparators();
            foreach (var argument in added)
                nodes = nodes.Add(SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space)).Add(argument);

            // A line that the last argument ended now ends after the state.
            var trailing = arguments.Last().GetTrailingTrivia();
            var last = nodes[arguments.GetWithSeparators().Count - 1];
            nodes = nodes.Replace(last, last.WithTrailingTrivia());
            nodes = nodes.Replace(nodes.Last(), nodes.Last().WithTrailingTrivia(trailing));
            return current.WithArgumentList(current.ArgumentList.WithArguments(SyntaxFactory.SeparatedList<ArgumentSyntax>(nodes)));
        }
    }

    private static Way? WayOf(IMethodSymbol method, InvocationExpressionSyntax call)
    {
        var count = call.ArgumentList.Arguments.Count;
        return (method.ContainingType.OriginalDefinition.ToDisplayString(), method.Name) switch
        {
            ("System.Collections.Concurrent.ConcurrentDictionary<TKey, TValue>", "GetOrAdd") when count == 2 && method.TypeArguments.IsEmpty => new Way(1, Added: 1),
            ("System.Collections.Concurrent.ConcurrentDictionary<TKey, TValue>", "AddOrUpdate") when count == 3 && method.TypeArguments.IsEmpty && method.Parameters[1].Type.TypeKind == TypeKind.Delegate => new Way(1, Added: 1),
            ("System.Threading.ThreadPool", "QueueUserWorkItem") when count == 1 => new Way(0, Added: 2, IsDeferred: true, ReplacesParameter: true, IsPool: true),
            ("System.Threading.CancellationToken", "Register" or "UnsafeRegister") when count == 1 && method.Parameters[0].Type.Name == "Action" => new Way(0, Added: 1, IsDeferred: true, IsObject: true),
            _ => null,
        };
    }

    private static bool UsesItsParameter(LambdaExpressionSyntax lambda, SemanticModel model, CancellationToken cancellationToken)
    {
        var parameter = lambda is SimpleLambdaExpressionSyntax simple ? simple.Parameter : ((ParenthesizedLambdaExpressionSyntax)lambda).ParameterList.Parameters[0];
        return model.GetDeclaredSymbol(parameter, cancellationToken) is not { } symbol
            || lambda.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == symbol.Name && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellationToken).Symbol, symbol));
    }

    /// <summary>How a method's other overload takes the state.</summary>
    /// <param name="FirstLambda">The argument that the lambdas begin with.</param>
    /// <param name="Added">How many parameters the other overload has more.</param>
    /// <param name="IsDeferred">Whether the lambda runs later.</param>
    /// <param name="IsObject">Whether the state is passed as an object.</param>
    /// <param name="ReplacesParameter">Whether the lambda had a parameter for a state before, which was null.</param>
    /// <param name="IsPool">Whether the other overload asks for the thread's own queue.</param>
    private sealed record Way(int FirstLambda, int Added, bool IsDeferred = false, bool IsObject = false, bool ReplacesParameter = false, bool IsPool = false);
}
