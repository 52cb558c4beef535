using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Bolt.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Bolt.Analyzers.Logging;

/// <summary>A log call that a [LogEvent] method can take the place of, with everything that method needs.</summary>
public sealed class ConvertibleCall
{
    private readonly List<ConvertibleValue> _values = [];
    private readonly StringBuilder _template = new();
    private readonly ValueClassifier _classifier;
    private readonly SemanticModel _model;
    private readonly int _namingPolicy;
    private readonly CancellationToken _cancellationToken;

    private ConvertibleCall(LogCall call, SemanticModel model, CancellationToken cancellationToken)
    {
        Call = call;
        Node = (ExpressionSyntax)call.Invocation.Syntax;
        LoggerText = "";
        _model = model;
        _cancellationToken = cancellationToken;
        _namingPolicy = FieldKeys.Policy(model.Compilation.Assembly);
        _classifier = new ValueClassifier(_namingPolicy, model.Compilation, model.Compilation.Assembly, cancellationToken);
    }

    public LogCall Call { get; }

    /// <summary>The expression to replace: the invocation, or with <c>logger?.</c> the whole conditional access.</summary>
    public ExpressionSyntax Node { get; private set; }

    /// <summary>The logger to pass, as C#.</summary>
    public string LoggerText { get; private set; }

    /// <summary>Whether the compiler takes the logger for possibly null.</summary>
    public bool LoggerMayBeNull { get; private set; }

    /// <summary>The template of the log method.</summary>
    public string Template => _template.ToString();

    /// <summary>The level; null where the call computes it.</summary>
    public int? Level => Call.Level;

    /// <summary>The event's id; 0 for none.</summary>
    public int EventId { get; private set; }

    /// <summary>The event's name, if the call gives one.</summary>
    public string? EventName { get; private set; }

    /// <summary>The exception to pass; null if none.</summary>
    public ExpressionSyntax? Exception { get; private set; }

    /// <summary>Whether the compiler takes <see cref="Exception"/> for possibly null.</summary>
    public bool ExceptionMayBeNull { get; private set; }

    /// <summary>The level to pass; null where the attribute says it.</summary>
    public ExpressionSyntax? LevelValue { get; private set; }

    public IReadOnlyList<ConvertibleValue> Values => _values;

    /// <summary>Reads a call; null if something stands in the way.</summary>
    public static ConvertibleCall? TryCreate(LogCall call, SemanticModel model, CancellationToken cancellationToken)
    {
        if (!call.IsConvertible(model.Compilation) || call.HasOtherArguments || !call.HasKnownValues || call.Template is null
            || call.Invocation.Syntax is not InvocationExpressionSyntax syntax || call.HasRemarks
            || syntax.SyntaxTree.Options is CSharpParseOptions { LanguageVersion: < LanguageVersion.CSharp12 })
        {
            return null;
        }

        var convertible = new ConvertibleCall(call, model, cancellationToken);
        return convertible.ReadLevel() && convertible.ReadEventId() && convertible.ReadException() && convertible.ReadMessage(call.Template)
            && convertible.ReadLogger(syntax)
            ? convertible
            : null;
    }

    private bool ReadLevel()
    {
        if (Level is not null)
            return Level is >= 0 and <= 5;

        if (Call.Kind == LogCallKind.Serilog || Call.LevelValue?.Syntax is not ExpressionSyntax level)
            return false;

        LevelValue = level;
        return true;
    }

    private bool ReadEventId()
    {
        if (Call.EventId is null)
            return true;

        if (!EventIdValue.TryRead(Call.EventId, _cancellationToken, out var id, out var name) || (name is not null && FieldKeys.Invalid(name) is not null))
            return false;

        (EventId, EventName) = (id, name);
        return true;
    }

    private bool ReadException()
    {
        if (Call.Exception is not { } exception || exception.ConstantValue is { HasValue: true, Value: null })
            return true;

        if (exception.Syntax is not ExpressionSyntax expression || exception.Type is null)
            return false;

        Exception = expression;
        ExceptionMayBeNull = _model.GetTypeInfo(expression, _cancellationToken).Nullability.FlowState == NullableFlowState.MaybeNull;
        return true;
    }

    // --- the logger ---

    private bool ReadLogger(InvocationExpressionSyntax syntax)
    {
        if (Call.Kind == LogCallKind.Serilog)
        {
            // A logger made on the spot has properties that would be lost.
            if (Call.Logger is not (null or IFieldReferenceOperation or IPropertyReferenceOperation or IParameterReferenceOperation or ILocalReferenceOperation)
                || LoggerInScope() is not { } inScope)
            {
                return false;
            }

            LoggerText = inScope;
            return true;
        }

        switch (Call.Logger)
        {
            case null:
            case { Type: not { } }:
                return false;
            case IConditionalAccessInstanceOperation:
                // With no logger the arguments are not evaluated; that must not matter.
                if (syntax.Parent is not ConditionalAccessExpressionSyntax access || access.WhenNotNull != syntax || !_values.TrueForAll(value => IsSimple(value.Expression)))
                    return false;

                Node = access;
                LoggerMayBeNull = true;
                LoggerText = access.Expression.WithoutTrivia().ToString();
                return true;
            default:
                if (Call.Logger.Syntax is not ExpressionSyntax logger || logger is BaseExpressionSyntax)
                    return false;

                LoggerMayBeNull = _model.GetTypeInfo(logger, _cancellationToken).Nullability.FlowState == NullableFlowState.MaybeNull;
                LoggerText = logger.WithoutTrivia().ToString();
                return true;
        }
    }

    private bool IsSimple(ExpressionSyntax expression) =>
        expression is LiteralExpressionSyntax or ThisExpressionSyntax
        || (_model.GetSymbolInfo(expression, _cancellationToken).Symbol is ILocalSymbol or IParameterSymbol or IFieldSymbol && expression is IdentifierNameSyntax);

    /// <summary>A logger of Microsoft.Extensions.Logging that the call could use: a parameter, else a field or property.</summary>
    private string? LoggerInScope()
    {
        var position = Call.Invocation.Syntax.SpanStart;
        var member = _model.GetEnclosingSymbol(position, _cancellationToken);
        while (member is IMethodSymbol { MethodKind: MethodKind.LambdaMethod or MethodKind.LocalFunction } inner)
            member = inner.ContainingSymbol;

        ISymbol? found = null;
        foreach (var symbol in _model.LookupSymbols(position))
        {
            var type = symbol switch
            {
                IParameterSymbol parameter => parameter.Type,
                IFieldSymbol field when field.IsStatic || member is { IsStatic: false } => field.Type,
                IPropertySymbol { IsIndexer: false } property when property.IsStatic || member is { IsStatic: false } => property.Type,
                _ => null,
            };
            if (type is null || !WellKnown.IsLogger(type))
                continue;

            if (found is null || (symbol is IParameterSymbol && found is not IParameterSymbol))
                found = symbol;
        }

        return found is null ? null : Names.Identifier(found.Name);
    }

    // --- the message ---

    private bool ReadMessage(IOperation message)
    {
        if (MessagePieces.Of(message, _model, _cancellationToken) is not { } pieces)
            return false;

        // Without values Microsoft.Extensions.Logging takes the message as it is, braces and all.
        if (Call.Values.IsEmpty)
        {
            foreach (var piece in pieces)
            {
                if (piece.Value is null)
                    AddText(piece.Text);
                else if (!AddHole(piece))
                    return false;
            }

            return true;
        }

        var used = 0;
        foreach (var piece in pieces)
        {
            if (piece.Value is not null ? !AddHole(piece) : !AddTemplate(piece.Text, ref used))
                return false;
        }

        return used == Call.Values.Length;
    }

    private void AddText(string text) => _template.Append(text.Replace("{", "{{").Replace("}", "}}"));

    private bool AddTemplate(string text, ref int used)
    {
        var template = TemplateParser.Parse(text);
        if (template.Error is not null)
            return false;

        foreach (var segment in template.Segments)
        {
            if (!segment.IsHole)
            {
                AddText(segment.Text);
                continue;
            }

            if (used == Call.Values.Length || Call.Values[used++].Syntax is not ExpressionSyntax value)
                return false;

            var form = Call.Kind != LogCallKind.Serilog ? ValueForm.AsIs : text[segment.Start + 1] switch
            {
                '@' => ValueForm.Fields,
                '$' => ValueForm.Text,
                _ => ValueForm.AsIs,
            };

            // Serilog's literal format leaves out the quotes that Bolt never writes.
            var format = Call.Kind == LogCallKind.Serilog && segment.Format == "l" ? null : segment.Format;
            if (!AddHole(new MessagePiece(segment.Text, value) { Alignment = segment.Alignment, Format = format }, form))
                return false;
        }

        return true;
    }

    private bool AddHole(MessagePiece piece, ValueForm form = ValueForm.AsIs)
    {
        var expression = piece.Value!;
        var given = piece.Text;
        var format = piece.Format;
        if (Call.Kind == LogCallKind.ZLogger)
        {
            if (format is "json")
                return false;

            // {x:@name} and {x:@name:format} name the hole.
            if (format is ['@', ..])
            {
                var end = format.IndexOf(':');
                given = end < 0 ? format.Substring(1) : format.Substring(1, end - 1);
                format = end < 0 ? null : format.Substring(end + 1);
            }
            else if (expression is IdentifierNameSyntax name)
            {
                given = name.Identifier.ValueText;
            }
        }

        if (format is not null && format.IndexOfAny(['{', '}']) >= 0)
            return false;

        var isGiven = given.Length > 0 && !char.IsDigit(given[0]);
        var hole = isGiven ? HoleName.Identifier(given) : HoleName.Of(expression);
        if (hole.Length == 0)
            return false;

        var value = Known(hole, expression, isGiven);
        if (value is null)
        {
            if (!isGiven)
                hole = Unused(hole);
            else if (IsUsed(hole))
                return false;

            var key = isGiven ? given : hole;
            var writtenKey = FieldKeys.Apply(_namingPolicy, key);
            var isReserved = FieldKeys.IsReserved(writtenKey);
            value = Value(expression, HoleName.Parameter(hole), isReserved ? writtenKey + "_" : hole != key ? key : null, form);
            if (value is null)
                return false;

            _values.Add(value);
        }

        format ??= value.Form == ValueForm.AsIs ? MessageFormat.Default(value.Type) : null;
        _template.Append('{').Append(hole);
        if (piece.Alignment != 0)
            _template.Append(',').Append(piece.Alignment.ToString(CultureInfo.InvariantCulture));
        if (format is not null)
            _template.Append(':').Append(format);
        _template.Append('}');
        return true;
    }

    /// <summary>The value that the template shows already: the same variable once more.</summary>
    private ConvertibleValue? Known(string hole, ExpressionSyntax expression, bool isGiven)
    {
        if (!IsSimple(expression))
            return null;

        foreach (var value in _values)
        {
            if (string.Equals(value.Parameter, hole, StringComparison.OrdinalIgnoreCase) && SyntaxFactory.AreEquivalent(value.Expression, expression)
                && (isGiven || value.Key is null))
            {
                return value;
            }
        }

        return null;
    }

    private string Unused(string hole)
    {
        var name = hole;
        for (var i = 2; IsUsed(name); i++)
            name = hole + i.ToString(CultureInfo.InvariantCulture);

        return name;
    }

    private bool IsUsed(string hole) => _values.Exists(value => string.Equals(value.Parameter, hole, StringComparison.OrdinalIgnoreCase));

    // --- the values ---

    private ConvertibleValue? Value(ExpressionSyntax expression, string parameter, string? key, ValueForm form)
    {
        var info = _model.GetTypeInfo(expression, _cancellationToken);
        if (info.Type is not { } type || !CanBeNamed(type) || (WellKnown.IsLogger(type) && type.TypeKind != TypeKind.Error))
            return null;

        if (form == ValueForm.AsIs)
        {
            _classifier.Classify(type, fields: false, out var finding);
            switch (finding)
            {
                case Finding.None:
                    break;
                case Finding.Unsupported:
                case var _ when IsSequence(type):
                    return null;
                default:
                    form = ValueForm.Text;
                    break;
            }

            // These two have roles of their own in a log method.
            if (WellKnown.IsLogLevel(type) || WellKnown.IsException(type))
                form = ValueForm.Text;
        }
        else if (form == ValueForm.Fields)
        {
            var value = _classifier.Classify(type, fields: true, out var finding);
            if (finding != Finding.None)
                return null;

            if (value.Kind != Generators.Model.ValueKind.Fields)
                form = ValueForm.AsIs;
        }

        var mayBeNull = !type.IsValueType && info.Nullability.FlowState == NullableFlowState.MaybeNull;
        return new ConvertibleValue(expression, type, mayBeNull, form, parameter, key);
    }

    private static bool IsSequence(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol)
            return true;

        foreach (var i in type.AllInterfaces)
        {
            if (i.SpecialType == SpecialType.System_Collections_IEnumerable)
                return true;
        }

        return type.SpecialType == SpecialType.System_Collections_IEnumerable;
    }

    /// <summary>Whether the type can be written in a declaration anywhere in the assembly.</summary>
    private static bool CanBeNamed(ITypeSymbol type)
    {
        switch (type)
        {
            case IArrayTypeSymbol array:
                return CanBeNamed(array.ElementType);
            case INamedTypeSymbol { IsAnonymousType: false, IsRefLikeType: false, TypeKind: not TypeKind.Error } named:
                if (named.IsTupleType)
                    return named.TupleElements.All(element => CanBeNamed(element.Type));

                for (var t = named; t is not null; t = t.ContainingType)
                {
                    if (t.IsFileLocal || t.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal))
                        return false;
                }

                foreach (var argument in named.TypeArguments)
                {
                    if (!CanBeNamed(argument))
                        return false;
                }

                return named.ContainingType is null || CanBeNamed(named.ContainingType);
            default:
                return false;
        }
    }
}
