using Bolt.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Bolt.Analyzers.Logging;

/// <summary>An exception, or a part of one, among the values of a log call that passes no exception.</summary>
public sealed class LoggedException
{
    private LoggedException(ExpressionSyntax value, ExpressionSyntax exception, string? part)
    {
        Value = value;
        Exception = exception;
        Part = part;
    }

    /// <summary>What is logged: <c>error</c>, or <c>error.Message</c>.</summary>
    public ExpressionSyntax Value { get; }

    /// <summary>The exception that should be passed: of an inner exception, the outermost that the expression names.</summary>
    public ExpressionSyntax Exception { get; }

    /// <summary>The member that is logged instead of the exception; null where the exception itself is logged.</summary>
    public string? Part { get; }

    /// <summary>Whether the message has a place for it: false where a value is passed and no hole is left.</summary>
    public bool IsShown { get; private set; } = true;

    /// <summary>Looks for it; null if the call passes an exception, or logs none.</summary>
    public static LoggedException? Find(LogCall call)
    {
        if (call.Kind == LogCallKind.Logger || call.Exception is { ConstantValue: not { HasValue: true, Value: null } } and not IDefaultValueOperation)
            return null;

        if (call.Template is { } template && Find(template) is { } inMessage)
            return inMessage;

        for (var i = 0; i < call.Values.Length; i++)
        {
            if (Find(call.Values[i]) is { } inValue)
            {
                inValue.IsShown = Holes(call) is not { } holes || i < holes;
                return inValue;
            }
        }

        return null;
    }

    /// <summary>How many holes the template has; null if that is not known.</summary>
    private static int? Holes(LogCall call)
    {
        if (call.Kind is not (LogCallKind.LoggerExtensions or LogCallKind.Serilog) || call.Template?.ConstantValue is not { HasValue: true, Value: string text }
            || TemplateParser.Parse(text) is not { Error: null } template)
        {
            return null;
        }

        var holes = 0;
        foreach (var segment in template.Segments)
        {
            if (segment.IsHole)
                holes++;
        }

        return holes;
    }

    private static LoggedException? Find(IOperation value)
    {
        value = WithoutConversions(value);
        if (value.ConstantValue.HasValue)
            return null;

        switch (value)
        {
            case { Type: { } type } when WellKnown.IsException(type) && value is not (IObjectCreationOperation or IConditionalAccessInstanceOperation):
                return Create(value, value, part: null);
            case IPropertyReferenceOperation { Property.Name: "Message" or "StackTrace", Instance: { } instance } property when IsException(instance):
                return Create(value, instance, property.Property.Name);
            case IInvocationOperation { TargetMethod: { Name: nameof(ToString), Parameters.Length: 0 }, Instance: { } instance } when IsException(instance):
                return Create(value, instance, nameof(ToString));
            case IConditionalAccessOperation access when IsException(access.Operation) && Find(access.WhenNotNull) is { Part: { } part }:
                return Create(value, access.Operation, part);

            // What only puts values together, or chooses among them, logs what they are.
            case IConditionalAccessOperation:
                return null;
            case IInterpolatedStringHandlerCreationOperation handler:
                return Find(handler.Content);
            case IInterpolatedStringOperation or IInterpolationOperation or IInterpolatedStringAppendOperation or IInterpolatedStringAdditionOperation
                or ICoalesceOperation or IConditionalOperation or IParenthesizedOperation
                or IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String }:
                return FindInParts(value);
            case IInvocationOperation { TargetMethod: { Name: "Format" or "Concat", ContainingType.SpecialType: SpecialType.System_String } } or IArrayCreationOperation or IArrayInitializerOperation or ICollectionExpressionOperation:
                return FindInParts(value);
            case IInvocationOperation { Parent: IInterpolatedStringAppendOperation, Arguments: [{ Value: var appended }, ..] }:
                return Find(appended);
            case IArgumentOperation argument:
                return Find(argument.Value);
            default:
                return null;
        }
    }

    private static LoggedException? FindInParts(IOperation whole)
    {
        foreach (var part in whole.ChildOperations)
        {
            if (Find(part) is { } found)
                return found;
        }

        return null;
    }

    private static LoggedException? Create(IOperation value, IOperation exception, string? part)
    {
        exception = Outermost(exception);
        return value.Syntax is ExpressionSyntax logged && exception.Syntax is ExpressionSyntax passed ? new LoggedException(logged, passed, part) : null;
    }

    private static IOperation Outermost(IOperation exception)
    {
        while (true)
        {
            exception = WithoutConversions(exception);
            switch (exception)
            {
                case IPropertyReferenceOperation { Property.Name: "InnerException", Instance: { } outer } when IsException(outer):
                    exception = outer;
                    break;
                case IInvocationOperation { TargetMethod: { Name: "GetBaseException", Parameters.Length: 0 }, Instance: { } outer } when IsException(outer):
                    exception = outer;
                    break;
                case IConditionalAccessOperation access when IsException(access.Operation):
                    exception = access.Operation;
                    break;
                default:
                    return exception;
            }
        }
    }

    private static bool IsException(IOperation operation) => WithoutConversions(operation).Type is { } type && WellKnown.IsException(type);

    private static IOperation WithoutConversions(IOperation operation)
    {
        while (operation is IConversionOperation { OperatorMethod: null } conversion)
            operation = conversion.Operand;

        return operation;
    }
}
