namespace Bolt.Provider.Tests.Conformance;

/// <summary>Where the rules come from, by the short name that the page explains.</summary>
public static class Source
{
    /// <summary>The reference of Microsoft.Extensions.Logging.Abstractions: ILogger, ILoggerProvider, EventId, LogLevel, LoggerMessage.</summary>
    public const string Abstractions = "abstractions";

    /// <summary>Microsoft's article "Logging in C# and .NET": templates, scopes, filters, levels, exceptions.</summary>
    public const string Guide = "guide";

    /// <summary>Microsoft's article "Implement a custom logging provider in .NET", and the interfaces it names.</summary>
    public const string Provider = "provider";

    /// <summary>Go's testing/slogtest, where a rule of it has a meaning here.</summary>
    public const string Slogtest = "slogtest";

    /// <summary>RFC 8259, and one record a line.</summary>
    public const string Json = "json";

    /// <summary>What a program that logs must be able to rely on, written down nowhere.</summary>
    public const string User = "user";
}
