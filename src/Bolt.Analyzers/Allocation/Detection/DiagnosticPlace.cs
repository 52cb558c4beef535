using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Bolt.Analyzers.Allocation.Detection;

/// <summary>Where the squiggle of an expression or statement is.</summary>
internal static class DiagnosticPlace
{
    /// <summary>The whole of it; of a call to another constructor without the colon, as in the debug information.</summary>
    public static Location Of(SyntaxNode place) => place is ConstructorInitializerSyntax call
        ? Location.Create(place.SyntaxTree, TextSpan.FromBounds(call.ThisOrBaseKeyword.SpanStart, call.Span.End))
        : place.GetLocation();
}
