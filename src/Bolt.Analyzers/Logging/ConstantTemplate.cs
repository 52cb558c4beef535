using System.Globalization;
using System.Text;
using Bolt.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Bolt.Analyzers.Logging;

/// <summary>The constant template, and the values of its holes, that a message built at run time can become.</summary>
public sealed class ConstantTemplate
{
    private readonly LogCall _call;
    private readonly SemanticModel _model;
    private readonly CancellationToken _cancellationToken;
    private readonly StringBuilder _text = new();
    private readonly List<ExpressionSyntax> _values = [];
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);

    private ConstantTemplate(LogCall call, SemanticModel model, CancellationToken cancellationToken)
    {
        _call = call;
        _model = model;
        _cancellationToken = cancellationToken;
    }

    /// <summary>The template.</summary>
    public string Text => _text.ToString();

    /// <summary>The values, one for each hole.</summary>
    public IReadOnlyList<ExpressionSyntax> Values => _values;

    /// <summary>Takes the message of a call apart; null where that would not say the same.</summary>
    public static ConstantTemplate? TryCreate(LogCall call, SemanticModel model, CancellationToken cancellationToken)
    {
        if (call.Template is not { } message || !call.HasKnownValues || Pieces(message, model, cancellationToken) is not { } pieces)
            return null;

        var template = new ConstantTemplate(call, model, cancellationToken);
        return (call.Values.IsEmpty ? template.Read(pieces) : template.ReadWithValues(pieces)) ? template : null;
    }

    private static List<MessagePiece>? Pieces(IOperation message, SemanticModel model, CancellationToken cancellationToken)
    {
        message = LogCall.WithoutConversions(message);

        // As a value it would be all there is to the message, whichever is chosen.
        if (message is IConditionalOperation or ISwitchExpressionOperation || message.Syntax is not ExpressionSyntax value)
            return null;

        return message is IInterpolatedStringOperation or IBinaryOperation or IInvocationOperation
            ? MessagePieces.Of(message, model, cancellationToken)
            : [new MessagePiece("", value)];
    }

    // --- a message and no values ---

    private bool Read(List<MessagePiece> pieces)
    {
        var hasValues = pieces.Exists(static piece => piece.Value is not null);
        foreach (var piece in pieces)
        {
            if (piece.Value is not null)
            {
                if (!AddValue(piece, isAll: pieces.Count == 1))
                    return false;
            }
            else if (!hasValues)
            {
                _text.Append(piece.Text);
            }
            else if (_call.Kind == LogCallKind.Serilog && piece.Text.IndexOfAny(['{', '}']) >= 0)
            {
                // Serilog reads holes even where no value is passed.
                return false;
            }
            else
            {
                AddText(piece.Text);
            }
        }

        return true;
    }

    // --- a template built of pieces, and its values ---

    private bool ReadWithValues(List<MessagePiece> pieces)
    {
        var holes = new List<TemplateParser>();
        foreach (var piece in pieces)
        {
            var template = TemplateParser.Parse(piece.Text);
            if (template.Error is not null)
                return false;

            holes.Add(template);
            foreach (var segment in template.Segments)
            {
                // Numbers of Serilog are positions, but not beside names.
                if (segment.IsHole && char.IsDigit(segment.Text[0]) && _call.Kind == LogCallKind.Serilog)
                    return false;
                if (segment.IsHole)
                    _names.Add(segment.Text);
            }
        }

        var used = 0;
        for (var i = 0; i < pieces.Count; i++)
        {
            if (pieces[i].Value is not null ? !AddValue(pieces[i], isAll: false) : !AddTemplate(pieces[i].Text, holes[i], ref used))
                return false;
        }

        return used == _call.Values.Length;
    }

    private bool AddTemplate(string text, TemplateParser template, ref int used)
    {
        foreach (var segment in template.Segments)
        {
            if (!segment.IsHole)
            {
                AddText(segment.Text);
                continue;
            }

            if (used == _call.Values.Length || _call.Values[used++].Syntax is not ExpressionSyntax value || !CanBePassed(value))
                return false;

            _text.Append(text, segment.Start, segment.Length);
            _values.Add(value);
        }

        return true;
    }

    // --- what both are made of ---

    private void AddText(string text) => _text.Append(text.Replace("{", "{{").Replace("}", "}}"));

    private bool AddValue(MessagePiece piece, bool isAll)
    {
        var value = piece.Value!;
        if (!CanBePassed(value) || piece.Format?.IndexOfAny(['{', '}']) >= 0)
            return false;

        var name = HoleName.Of(value);
        _text.Append('{').Append(Unused(isAll && name == "Value" ? "Message" : name));
        if (piece.Alignment != 0)
            _text.Append(',').Append(piece.Alignment.ToString(CultureInfo.InvariantCulture));
        if ((piece.Format ?? DefaultFormat(value)) is { } format)
            _text.Append(':').Append(format);
        _text.Append('}');
        _values.Add(value);
        return true;
    }

    // Serilog puts quotes around strings unless they are literal.
    private string? DefaultFormat(ExpressionSyntax value) =>
        _call.Kind == LogCallKind.Serilog && _model.GetTypeInfo(value, _cancellationToken).Type is { SpecialType: SpecialType.System_String } ? "l" : null;

    private bool CanBePassed(ExpressionSyntax value) =>
        _model.GetTypeInfo(value, _cancellationToken).Type is { IsRefLikeType: false, TypeKind: not (TypeKind.Error or TypeKind.Dynamic or TypeKind.Pointer or TypeKind.FunctionPointer) };

    private string Unused(string name)
    {
        var unused = name;
        for (var i = 2; !_names.Add(unused); i++)
            unused = name + i.ToString(CultureInfo.InvariantCulture);

        return unused;
    }
}
