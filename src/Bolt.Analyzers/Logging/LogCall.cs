using System.Collections.Immutable;
using Bolt.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Bolt.Analyzers.Logging;

/// <summary>A call that logs, whichever library it is of, and its parts.</summary>
public sealed class LogCall
{
    /// <summary>The names of the levels.</summary>
    public static ImmutableArray<string> Levels { get; } = ["Trace", "Debug", "Information", "Warning", "Error", "Critical"];
    /// <summary>What Serilog calls them.</summary>
    public static ImmutableArray<string> SerilogLevels { get; } = ["Verbose", "Debug", "Information", "Warning", "Error", "Fatal"];

    private LogCall(LogCallKind kind, IInvocationOperation invocation)
    {
        Kind = kind;
        Invocation = invocation;
    }

    /// <summary>By which member it logs.</summary>
    public LogCallKind Kind { get; }

    /// <summary>The whole call.</summary>
    public IInvocationOperation Invocation { get; }

    /// <summary>The level, as the number that LogLevel has for it; null where it is not known at compile time.</summary>
    public int? Level { get; private set; }

    /// <summary>The argument that gives the level; null where the method's name or attribute says it.</summary>
    public IOperation? LevelValue { get; private set; }

    /// <summary>The logger as it is written; null for Serilog's static <c>Log</c> and for methods that find their own.</summary>
    public IOperation? Logger { get; private set; }

    /// <summary>The exception, without conversions; null if none is passed.</summary>
    public IOperation? Exception { get; private set; }

    /// <summary>The event id; null if none is passed.</summary>
    public IOperation? EventId { get; private set; }

    /// <summary>The message template; null where it is not an argument.</summary>
    public IOperation? Template { get; private set; }

    /// <summary>The values, without the conversions that the call asks of them.</summary>
    public ImmutableArray<IOperation> Values { get; private set; } = ImmutableArray<IOperation>.Empty;

    /// <summary>Whether <see cref="Values"/> are all there are: false where an array made elsewhere is passed.</summary>
    public bool HasKnownValues { get; private set; } = true;

    /// <summary>Whether the call has a part that none of the other properties says: ZLogger's context, say.</summary>
    public bool HasOtherArguments { get; private set; }

    /// <summary>Whether comments or directives stand between the arguments: they would have no place in a new call.</summary>
    public bool HasRemarks
    {
        get
        {
            if (Invocation.Syntax is not InvocationExpressionSyntax call)
                return false;

            foreach (var trivia in call.ArgumentList.DescendantTrivia())
            {
                if (trivia.IsDirective || trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia or SyntaxKind.DisabledTextTrivia)
                    return true;
            }

            return false;
        }
    }

    /// <summary>The logger that a log method finds in its own object or class, as C# of that class; null if there is none.</summary>
    public string? FindOwnLogger()
    {
        var method = Invocation.TargetMethod.PartialDefinitionPart ?? Invocation.TargetMethod;
        return LoggerFinder.Find(method, method.ContainingType, out _, out _);
    }

    /// <summary>Reads a call; null if it does not log.</summary>
    public static LogCall? TryCreate(IInvocationOperation invocation)
    {
        if (Recognize(invocation.TargetMethod) is not { } kind)
            return null;

        var call = new LogCall(kind, invocation);
        call.Read();
        return call;
    }

    /// <summary>By which library a call to this method logs; null if it does not.</summary>
    public static LogCallKind? Recognize(IMethodSymbol method)
    {
        if (!method.ReturnsVoid || method.MethodKind is not (MethodKind.Ordinary or MethodKind.ReducedExtension) || method.ContainingType is not { } type)
            return null;

        var name = method.Name;
        switch (type.Name)
        {
            case "LoggerExtensions" when name.StartsWith("Log", StringComparison.Ordinal) && type.ContainingNamespace.Is("Microsoft", "Extensions", "Logging"):
                return LogCallKind.LoggerExtensions;
            case "ILogger" when name == "Log" && WellKnown.IsILogger(type):
                return LogCallKind.Logger;
            case "ZLoggerExtensions" when name.StartsWith("ZLog", StringComparison.Ordinal) && type.ContainingNamespace.Is("ZLogger"):
                return LogCallKind.ZLogger;
            case "ILogger" or "Log" or "Logger" when IsSerilogMethod(name) && IsSerilog(type):
                return LogCallKind.Serilog;
        }

        // Only a partial method has one of the attributes. (In another assembly the two parts have become one.)
        return method.IsPartialDefinition || method.PartialDefinitionPart is not null || method.DeclaringSyntaxReferences.IsEmpty ? ByAttribute(method) : null;
    }

    /// <summary>
    /// Whether a log method could take the place of the call: it is not a log method already, and the compilation has Bolt's
    /// attribute. (What the call passes may still be in the way.)
    /// </summary>
    public bool IsConvertible(Compilation compilation) =>
        Kind is LogCallKind.LoggerExtensions or LogCallKind.ZLogger or LogCallKind.Serilog
        && compilation.GetTypeByMetadataName(WellKnownNames.LogEventAttribute) is not null;

    /// <summary>The operation without the conversions that nobody wrote.</summary>
    public static IOperation WithoutConversions(IOperation operation)
    {
        while (operation is IConversionOperation { IsImplicit: true, OperatorMethod: null } conversion)
            operation = conversion.Operand;

        return operation;
    }

    private static bool IsSerilogMethod(string name) => name == "Write" || SerilogLevels.IndexOf(name) >= 0;

    private static bool IsSerilog(INamedTypeSymbol type) =>
        type.ContainingNamespace.Is("Serilog") || (type.Name == "Logger" && type.ContainingNamespace.Is("Serilog", "Core"));

    private static LogCallKind? ByAttribute(IMethodSymbol method)
    {
        foreach (var attribute in (method.PartialDefinitionPart ?? method).GetAttributes())
        {
            switch (attribute.AttributeClass?.Name)
            {
                case "LogEventAttribute" when attribute.AttributeClass.ContainingNamespace.Is("Bolt"): return LogCallKind.LogEvent;
                case "LoggerMessageAttribute" when attribute.AttributeClass.ContainingNamespace.Is("Microsoft", "Extensions", "Logging"): return LogCallKind.LoggerMessage;
                case "ZLoggerMessageAttribute" when attribute.AttributeClass.ContainingNamespace.Is("ZLogger"): return LogCallKind.ZLoggerMessage;
            }
        }

        return null;
    }

    private void Read()
    {
        ReadLevelFromName();
        if (Kind is LogCallKind.LogEvent or LogCallKind.LoggerMessage or LogCallKind.ZLoggerMessage)
            ReadLevelFromAttribute();

        if (Kind is LogCallKind.Serilog or LogCallKind.Logger)
            Logger = Invocation.Instance;

        var values = ImmutableArray.CreateBuilder<IOperation>();
        foreach (var argument in Invocation.Arguments)
        {
            if (argument.Parameter is { } parameter)
                Read(argument, parameter, values);
        }

        Values = values.ToImmutable();
    }

    private void ReadLevelFromName()
    {
        var name = Invocation.TargetMethod.Name;
        var level = Kind switch
        {
            LogCallKind.LoggerExtensions when name.Length > 3 => Levels.IndexOf(name.Substring(3)),
            LogCallKind.ZLogger when name.Length > 4 => Levels.IndexOf(name.Substring(4)),
            LogCallKind.Serilog => SerilogLevels.IndexOf(name),
            _ => -1,
        };
        if (level >= 0)
            Level = level;
    }

    private void ReadLevelFromAttribute()
    {
        var method = Invocation.TargetMethod.PartialDefinitionPart ?? Invocation.TargetMethod;
        foreach (var attribute in method.GetAttributes())
        {
            if (attribute.AttributeClass?.Name is not ("LogEventAttribute" or "LoggerMessageAttribute" or "ZLoggerMessageAttribute"))
                continue;

            foreach (var argument in attribute.ConstructorArguments)
            {
                if (argument is { Kind: TypedConstantKind.Enum, Value: int level })
                    Level = level;
            }

            foreach (var argument in attribute.NamedArguments)
            {
                if (argument is { Key: "Level", Value.Value: int level })
                    Level = level;
            }
        }
    }

    private void Read(IArgumentOperation argument, IParameterSymbol parameter, ImmutableArray<IOperation>.Builder values)
    {
        var type = parameter.Type;
        var isMethod = Kind is LogCallKind.LogEvent or LogCallKind.LoggerMessage or LogCallKind.ZLoggerMessage;
        if (Kind != LogCallKind.Serilog && Logger is null && WellKnown.IsLogger(type))
        {
            Logger = WithoutConversions(argument.Value);
        }
        else if (LevelValue is null && (WellKnown.IsLogLevel(type) || IsSerilogLevel(type)))
        {
            LevelValue = argument.Value;
            if (argument.Value.ConstantValue is { HasValue: true, Value: int level })
                Level = level;
        }
        else if (Exception is null && WellKnown.IsException(parameter.OriginalDefinition.Type))
        {
            // The default of an optional parameter is no exception.
            if (argument.ArgumentKind != ArgumentKind.DefaultValue)
                Exception = WithoutConversions(argument.Value);
        }
        else if (isMethod)
        {
            values.Add(WithoutConversions(argument.Value));
        }
        else if (type is { Name: "EventId" } && type.ContainingNamespace.Is("Microsoft", "Extensions", "Logging"))
        {
            EventId = argument.Value;
        }
        else if (Template is null && parameter.Name is "message" or "messageTemplate")
        {
            Template = argument.Value;
        }
        else if (Kind == LogCallKind.Logger)
        {
            HasOtherArguments = true;
        }
        else if (parameter.Name is "args" or "propertyValue" or "propertyValue0" or "propertyValue1" or "propertyValue2" or "propertyValues")
        {
            AddValues(argument, values);
        }
        else if (argument.ArgumentKind != ArgumentKind.DefaultValue)
        {
            HasOtherArguments = true;
        }
    }

    private void AddValues(IArgumentOperation argument, ImmutableArray<IOperation>.Builder values)
    {
        if (argument.Parameter!.Type is not IArrayTypeSymbol and not INamedTypeSymbol { Name: "ReadOnlySpan" })
        {
            values.Add(WithoutConversions(argument.Value));
            return;
        }

        switch (WithoutConversions(argument.Value))
        {
            case IArrayCreationOperation { Initializer: { } initializer }:
                foreach (var element in initializer.ElementValues)
                    values.Add(WithoutConversions(element));
                break;
            case IArrayCreationOperation { DimensionSizes: [{ ConstantValue: { HasValue: true, Value: 0 } }] }:
                break;
            case ICollectionExpressionOperation collection when argument.ArgumentKind == ArgumentKind.ParamCollection:
                foreach (var element in collection.Elements)
                    values.Add(WithoutConversions(element));
                break;
            default:
                HasKnownValues = false;
                break;
        }
    }

    private static bool IsSerilogLevel(ITypeSymbol type) => type.Name == "LogEventLevel" && type.ContainingNamespace.Is("Serilog", "Events");
}
