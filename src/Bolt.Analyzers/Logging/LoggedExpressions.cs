using Bolt.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Bolt.Analyzers.Logging;

/// <summary>What a log call evaluates in order to log it: values, exception and state, and the values that its message is built of.</summary>
internal static class LoggedExpressions
{
    /// <summary>The expressions as they are written, none inside another.</summary>
    public static List<IOperation> Of(LogCall call)
    {
        var found = new List<IOperation>();
        foreach (var argument in call.Invocation.Arguments)
        {
            if (argument.Parameter is not { } parameter || argument.ArgumentKind == ArgumentKind.DefaultValue || IsAddress(parameter.Type, argument, call))
                continue;

            if (argument.Value == call.Template)
                AddMessage(argument.Value, found);
            else if (parameter.IsParams)
                AddElements(argument.Value, found);
            else
                found.Add(LogCall.WithoutConversions(argument.Value));
        }

        return found;
    }

    // Where the call goes: its logger and level are asked before anything is logged.
    private static bool IsAddress(ITypeSymbol type, IArgumentOperation argument, LogCall call) =>
        argument.Value == call.LevelValue || argument.Value == call.EventId || (call.Logger is not null && LogCall.WithoutConversions(argument.Value) == call.Logger)
        || WellKnown.IsLogger(type);

    private static void AddElements(IOperation value, List<IOperation> found)
    {
        var elements = LogCall.WithoutConversions(value) switch
        {
            IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues,
            ICollectionExpressionOperation collection => collection.Elements,
            _ => default,
        };
        if (elements.IsDefault)
        {
            found.Add(LogCall.WithoutConversions(value));
            return;
        }

        foreach (var element in elements)
            found.Add(LogCall.WithoutConversions(element));
    }

    /// <summary>A message that is built is for other rules to speak of; what it is built of is evaluated however it is written.</summary>
    private static void AddMessage(IOperation message, List<IOperation> found)
    {
        message = LogCall.WithoutConversions(message);
        switch (message)
        {
            case { ConstantValue.HasValue: true }:
                break;
            case IInterpolatedStringOperation interpolation:
                foreach (var part in interpolation.Parts)
                {
                    if (part is IInterpolationOperation hole)
                        AddMessage(hole.Expression, found);
                }

                break;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } sum:
                AddMessage(sum.LeftOperand, found);
                AddMessage(sum.RightOperand, found);
                break;
            case IInvocationOperation { TargetMethod: { Name: "Format", ContainingType.SpecialType: SpecialType.System_String } } format:
                foreach (var argument in format.Arguments)
                {
                    if (argument.Parameter is { IsParams: true })
                        AddElements(argument.Value, found);
                    else
                        AddMessage(argument.Value, found);
                }

                break;
            default:
                found.Add(message);
                break;
        }
    }
}
