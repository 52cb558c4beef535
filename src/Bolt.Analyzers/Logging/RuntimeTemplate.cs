using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Bolt.Analyzers.Logging;

/// <summary>Tells how a message template is made that is not the same at each run of its call.</summary>
internal static class RuntimeTemplate
{
    /// <summary>What the template is, to follow "the message template is"; null if it is constant, or is not an argument.</summary>
    public static string? Describe(LogCall call)
    {
        // What ZLogger is given is taken apart by the compiler.
        if (call.Kind is not (LogCallKind.LoggerExtensions or LogCallKind.Serilog) || call.Template is not { } template || template.ConstantValue.HasValue)
            return null;

        template = LogCall.WithoutConversions(template);
        switch (template)
        {
            case { ConstantValue.HasValue: true } or IInvalidOperation:
            case IParameterReferenceOperation { Parameter: var parameter } when IsOfCallers(parameter, call):
            case IFieldReferenceOperation { Field: { IsStatic: true, IsReadOnly: true } }:
                return null;
            case IInterpolatedStringOperation:
                return "an interpolated string";
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add }:
                return "a concatenation";
            case IInvocationOperation made:
                return "made by '" + made.TargetMethod.Name + "'";
            case IConditionalOperation or ISwitchExpressionOperation or ICoalesceOperation:
                return "chosen at run time";
            case ILocalReferenceOperation { Local.Name: var name }:
                return "the variable '" + name + "'";
            case IParameterReferenceOperation { Parameter.Name: var name }:
                return "the parameter '" + name + "'";
            case IMemberReferenceOperation { Member.Name: var name }:
                return "the value of '" + name + "'";
            default:
                return "made at run time";
        }
    }

    /// <summary>Whether the template is for the callers of a wrapper to write: it passes their values on too, or says so by an attribute.</summary>
    private static bool IsOfCallers(IParameterSymbol parameter, LogCall call)
    {
        if (!call.HasKnownValues)
            return true;

        foreach (var attribute in parameter.GetAttributes())
        {
            if (attribute.AttributeClass?.Name is "ConstantExpectedAttribute" or "StructuredMessageTemplateAttribute")
                return true;
        }

        foreach (var attribute in parameter.ContainingSymbol.GetAttributes())
        {
            if (attribute is { AttributeClass.Name: "MessageTemplateFormatMethodAttribute", ConstructorArguments: [{ Value: string name }] } && name == parameter.Name)
                return true;
        }

        return false;
    }
}
