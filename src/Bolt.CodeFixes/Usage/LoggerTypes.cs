using Bolt.Analyzers;
using Microsoft.CodeAnalysis;

namespace Bolt.CodeFixes.Usage;

/// <summary>Recognises the parameters that are not fields: the logger, the level, the exception.</summary>
internal static class LoggerTypes
{
    public static bool IsLogger(IParameterSymbol parameter) =>
        WellKnownNames.Of(parameter.Type) == WellKnownNames.Logger
        || parameter.Type.AllInterfaces.Any(type => WellKnownNames.Of(type) == WellKnownNames.Logger);

    public static bool IsLevel(IParameterSymbol parameter) => WellKnownNames.Of(parameter.Type) == WellKnownNames.LogLevel;
}
