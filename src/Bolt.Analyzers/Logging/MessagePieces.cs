using System.Globalization;
using Bolt.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Bolt.Analyzers.Logging;

/// <summary>A piece of a message as a call site builds it: text, or a value.</summary>
/// <param name="text">The text; for a value the name that the call gives it, or empty.</param>
/// <param name="value">The value; null for text.</param>
internal readonly struct MessagePiece(string text, ExpressionSyntax? value = null)
{
    public string Text { get; } = text;

    public ExpressionSyntax? Value { get; } = value;

    public int Alignment { get; init; }

    public string? Format { get; init; }
}

/// <summary>Takes a message apart that is a constant, a concatenation, an interpolation, <c>string.Format</c>, or a mix of these.</summary>
internal static class MessagePieces
{
    /// <summary>The pieces in their order; null where the message is built in a way that cannot be followed.</summary>
    public static List<MessagePiece>? Of(IOperation message, SemanticModel model, CancellationToken cancellationToken)
    {
        var pieces = new List<MessagePiece>();
        message = LogCall.WithoutConversions(message);

        // A message that is nothing but a value has no text from which to know the event.
        return IsBuilt(message) && Add(message, pieces, model, cancellationToken) ? pieces : null;
    }

    private static bool IsBuilt(IOperation message) =>
        message is { ConstantValue: { HasValue: true, Value: string } } or IBinaryOperation or IInvocationOperation
        || message.Syntax is InterpolatedStringExpressionSyntax;

    private static bool Add(IOperation message, List<MessagePiece> pieces, SemanticModel model, CancellationToken cancellationToken)
    {
        message = LogCall.WithoutConversions(message);
        switch (message)
        {
            case { ConstantValue: { HasValue: true, Value: var constant } }:
                if (constant is string or char)
                    pieces.Add(new MessagePiece(constant.ToString()));
                else if (constant is not null)
                    return AddValue(message, pieces);
                return true;
            case { Syntax: InterpolatedStringExpressionSyntax interpolation }:
                return Add(interpolation, pieces, model, cancellationToken);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, OperatorMethod: null or { ContainingType.SpecialType: SpecialType.System_String }, Type.SpecialType: SpecialType.System_String } sum:
                return Add(sum.LeftOperand, pieces, model, cancellationToken) && Add(sum.RightOperand, pieces, model, cancellationToken);
            case IInvocationOperation { TargetMethod: { Name: "Format", ContainingType.SpecialType: SpecialType.System_String } } format:
                return AddFormat(format, pieces);
            default:
                return AddValue(message, pieces);
        }
    }

    private static bool AddValue(IOperation value, List<MessagePiece> pieces)
    {
        if (value.Syntax is not ExpressionSyntax expression)
            return false;

        pieces.Add(new MessagePiece("", expression));
        return true;
    }

    private static bool Add(InterpolatedStringExpressionSyntax interpolation, List<MessagePiece> pieces, SemanticModel model, CancellationToken cancellationToken)
    {
        foreach (var content in interpolation.Contents)
        {
            switch (content)
            {
                case InterpolatedStringTextSyntax text:
                    // The token's value has braces still doubled.
                    pieces.Add(new MessagePiece(text.TextToken.ValueText.Replace("{{", "{").Replace("}}", "}")));
                    break;
                case InterpolationSyntax hole when model.GetConstantValue(hole.Expression, cancellationToken) is { HasValue: true, Value: string constant } && hole.AlignmentClause is null:
                    pieces.Add(new MessagePiece(constant));
                    break;
                case InterpolationSyntax hole:
                    var alignment = 0;
                    if (hole.AlignmentClause is { } clause)
                    {
                        if (model.GetConstantValue(clause.Value, cancellationToken) is not { HasValue: true, Value: int width })
                            return false;

                        alignment = width;
                    }

                    pieces.Add(new MessagePiece("", hole.Expression) { Alignment = alignment, Format = hole.FormatClause?.FormatStringToken.ValueText });
                    break;
            }
        }

        return true;
    }

    private static bool AddFormat(IInvocationOperation format, List<MessagePiece> pieces)
    {
        if (format.Arguments is not [{ Value.ConstantValue: { HasValue: true, Value: string text } }, ..] || TemplateParser.Parse(text) is not { Error: null } template)
            return false;

        var values = new List<IOperation>();
        foreach (var argument in format.Arguments)
        {
            if (argument.Parameter is not { Ordinal: > 0 })
                continue;

            switch (LogCall.WithoutConversions(argument.Value))
            {
                case IArrayCreationOperation { Initializer: { } initializer }:
                    values.AddRange(initializer.ElementValues);
                    break;
                case ICollectionExpressionOperation collection:
                    values.AddRange(collection.Elements);
                    break;
                case var value:
                    values.Add(value);
                    break;
            }
        }

        var used = 0;
        foreach (var segment in template.Segments)
        {
            if (!segment.IsHole)
            {
                pieces.Add(new MessagePiece(segment.Text));
                continue;
            }

            // In another order than they are evaluated the values would need names of their own first.
            if (!int.TryParse(segment.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var index) || index != used++ || index >= values.Count
                || LogCall.WithoutConversions(values[index]).Syntax is not ExpressionSyntax value)
            {
                return false;
            }

            pieces.Add(new MessagePiece("", value) { Alignment = segment.Alignment, Format = segment.Format });
        }

        return used == values.Count;
    }
}
