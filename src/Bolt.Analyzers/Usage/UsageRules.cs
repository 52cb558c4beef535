using System.Collections.Immutable;
using Bolt.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace Bolt.Analyzers.Usage;

/// <summary>The rules BOLT0xxx: what a [LogEvent] declaration can have wrong. The mistakes themselves are found by the generator's parser.</summary>
internal static class UsageRules
{
    public static readonly DiagnosticDescriptor NotPartial = new(
        RuleIds.NotPartial,
        title: "A log method must be partial",
        messageFormat: "'{0}' is not partial, so there is no place for the body that Bolt writes; add 'partial'",
        RuleCategories.Usage,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Bolt writes the body of a [LogEvent] method into a second declaration of the method, which C# allows for partial methods only.",
        helpLinkUri: HelpLinks.For(RuleIds.NotPartial));

    public static readonly DiagnosticDescriptor HasBody = new(
        RuleIds.HasBody,
        title: "A log method must not have a body",
        messageFormat: "'{0}' has a body, but Bolt writes the body of a [LogEvent] method; end the declaration with a semicolon",
        RuleCategories.Usage,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The body of a [LogEvent] method is written at compile time. A second body cannot exist.",
        helpLinkUri: HelpLinks.For(RuleIds.HasBody));

    public static readonly DiagnosticDescriptor ReturnsValue = new(
        RuleIds.ReturnsValue,
        title: "A log method must return void",
        messageFormat: "'{0}' returns '{1}', but a log call has no result; make it 'void'",
        RuleCategories.Usage,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A [LogEvent] method writes a record and has nothing to return.",
        helpLinkUri: HelpLinks.For(RuleIds.ReturnsValue));

    public static readonly DiagnosticDescriptor NoLogger = new(
        RuleIds.NoLogger,
        title: "A log method needs a logger",
        messageFormat: "'{0}' has no logger, and '{1}' has none for it; add a parameter of type 'ILogger'",
        RuleCategories.Usage,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The logger is the method's parameter, or a field, property or primary-constructor parameter of its type or of a base class.",
        helpLinkUri: HelpLinks.For(RuleIds.NoLogger));

    public static readonly DiagnosticDescriptor AmbiguousLogger = new(
        RuleIds.AmbiguousLogger,
        title: "A log method must have one logger",
        messageFormat: "'{0}' could log to '{1}' as well as to '{2}'; leave one of them, or add a parameter of type 'ILogger'",
        RuleCategories.Usage,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Loggers are taken by rank: parameter, field, property, primary-constructor parameter, base class. Two of the same rank leave the choice open.",
        helpLinkUri: HelpLinks.For(RuleIds.AmbiguousLogger));

    public static readonly DiagnosticDescriptor UnknownHole = new(
        RuleIds.UnknownHole,
        title: "A hole must name a parameter",
        messageFormat: "The hole '{0}' names no parameter of '{1}'; rename the hole or add the parameter",
        RuleCategories.Usage,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A hole of the message template names the parameter whose value it shows, exactly or ignoring case.",
        helpLinkUri: HelpLinks.For(RuleIds.UnknownHole));

    public static readonly DiagnosticDescriptor DuplicateKey = new(
        RuleIds.DuplicateKey,
        title: "A key must be written once",
        messageFormat: "'{1}' would be written under the key '{0}', which '{2}' has already; give one of them another key with [LogName]",
        RuleCategories.Usage,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Each key of a record is written once: a JSON object with a key twice is read differently by every reader.",
        helpLinkUri: HelpLinks.For(RuleIds.DuplicateKey));

    public static readonly DiagnosticDescriptor ReservedKey = new(
        RuleIds.ReservedKey,
        title: "A reserved key cannot be a field",
        messageFormat: "'{1}' would be written under the key '{0}', which is reserved for the record's own parts; give it another key with [LogName]",
        RuleCategories.Usage,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The names of a record's own parts, such as 'time', 'level' and 'message', cannot be the keys of fields.",
        helpLinkUri: HelpLinks.For(RuleIds.ReservedKey));

    public static readonly DiagnosticDescriptor MalformedTemplate = new(
        RuleIds.MalformedTemplate,
        title: "A message template must be well formed",
        messageFormat: "The message template is malformed: {0}",
        RuleCategories.Usage,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A message template consists of text, in which a brace is written twice, and of holes: {Name}, {Name,alignment}, {Name:format}.",
        helpLinkUri: HelpLinks.For(RuleIds.MalformedTemplate));

    public static readonly DiagnosticDescriptor LevelMissing = new(
        RuleIds.LevelMissing,
        title: "A log method needs a level",
        messageFormat: "'{0}' has no level; add one to the attribute, or a parameter of type 'LogLevel'",
        RuleCategories.Usage,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The level of an event is fixed by its attribute or given at each call by a parameter of type LogLevel.",
        helpLinkUri: HelpLinks.For(RuleIds.LevelMissing));

    public static readonly DiagnosticDescriptor LevelGivenTwice = new(
        RuleIds.LevelGivenTwice,
        title: "A log method must have one level",
        messageFormat: "'{0}' has a level already, and the parameter '{1}' gives another; remove one of the two",
        RuleCategories.Usage,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The level of an event comes from its attribute or from one parameter of type LogLevel, never from both.",
        helpLinkUri: HelpLinks.For(RuleIds.LevelGivenTwice));

    public static readonly DiagnosticDescriptor UnsupportedParameter = new(
        RuleIds.UnsupportedParameter,
        title: "A parameter cannot be logged",
        messageFormat: "The parameter '{0}' of type '{1}' cannot be logged: {2}",
        RuleCategories.Usage,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A log method only reads its arguments, so ref and out have no meaning; pointers and the like have no value to write.",
        helpLinkUri: HelpLinks.For(RuleIds.UnsupportedParameter));

    public static readonly DiagnosticDescriptor UnsupportedContainer = new(
        RuleIds.UnsupportedContainer,
        title: "A log method cannot be declared here",
        messageFormat: "Bolt cannot write a body into '{0}': {1}",
        RuleCategories.Usage,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Bolt writes the body into another file, as a part of the containing type; not every container can have such a part.",
        helpLinkUri: HelpLinks.For(RuleIds.UnsupportedContainer));

    public static readonly DiagnosticDescriptor ContainerNotPartial = new(
        RuleIds.ContainerNotPartial,
        title: "The types around a log method must be partial",
        messageFormat: "'{0}' is not partial, so Bolt cannot add the body of the log method to it; add 'partial'",
        RuleCategories.Usage,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Bolt writes the body into a second part of the containing type, so that type and all types around it must be partial.",
        helpLinkUri: HelpLinks.For(RuleIds.ContainerNotPartial));

    public static readonly DiagnosticDescriptor LanguageVersion = new(
        RuleIds.LanguageVersion,
        title: "Bolt needs C# 12 or later",
        messageFormat: "The project is compiled as C# {0}, but the code that Bolt writes needs C# 12 or later; raise <LangVersion>",
        RuleCategories.Usage,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Generated code uses C# 12. Projects for .NET 8 and later have it by default; an older <LangVersion> in the project turns it off.",
        helpLinkUri: HelpLinks.For(RuleIds.LanguageVersion));

    public static readonly DiagnosticDescriptor OnlyToString = new(
        RuleIds.OnlyToString,
        title: "A value could be written only by an allocating ToString",
        messageFormat: "'{0}' of type '{1}' could be written only by its ToString, which allocates; pass a value that can be formatted without, or implement 'ISpanFormattable'",
        RuleCategories.Usage,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A log call does not allocate, so it never calls ToString. The type can implement ISpanFormattable or IUtf8SpanFormattable, or the caller passes what it wants to see.",
        helpLinkUri: HelpLinks.For(RuleIds.OnlyToString));

    public static readonly DiagnosticDescriptor MissingLogFields = new(
        RuleIds.MissingLogFields,
        title: "An object needs [LogFields]",
        messageFormat: "'{0}' of type '{1}' has no text of its own; add [LogFields] to write its members as an object",
        RuleCategories.Usage,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "An object is written as a nested JSON object by code generated for its members. Because that can publish more than meant, it is asked for by [LogFields].",
        helpLinkUri: HelpLinks.For(RuleIds.MissingLogFields));

    public static readonly DiagnosticDescriptor SecondException = new(
        RuleIds.SecondException,
        title: "A record has one exception",
        messageFormat: "'{0}' is a second exception, after '{1}'; pass it as the inner exception of the first, or pass what is of interest as a field",
        RuleCategories.Usage,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The exception of a record is its part 'error', of which there is one.",
        helpLinkUri: HelpLinks.For(RuleIds.SecondException));

    public static readonly DiagnosticDescriptor InvalidKey = new(
        RuleIds.InvalidKey,
        title: "A key must be a valid name",
        messageFormat: "'{0}' cannot be written as a name: {1}; choose another",
        RuleCategories.Usage,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A key or event name is not empty, has no control characters, and has at most 256 UTF-8 bytes.",
        helpLinkUri: HelpLinks.For(RuleIds.InvalidKey));

    public static readonly DiagnosticDescriptor InvalidArgument = new(
        RuleIds.InvalidArgument,
        title: "An attribute argument is out of range",
        messageFormat: "{0} = {1} is out of range; allowed: {2}",
        RuleCategories.Usage,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The named arguments of the attribute have ranges; a value outside would have no meaning at run time.",
        helpLinkUri: HelpLinks.For(RuleIds.InvalidArgument));

    public static readonly DiagnosticDescriptor NothingToWrite = new(
        RuleIds.NothingToWrite,
        title: "[LogFields] finds nothing to write",
        messageFormat: "'{1}', the type of '{0}', has no public property or field to write; remove [LogFields]",
        RuleCategories.Usage,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "[LogFields] writes the public properties and fields of a type, except those with [LogIgnore].",
        helpLinkUri: HelpLinks.For(RuleIds.NothingToWrite));

    public static readonly DiagnosticDescriptor ConflictingAttribute = new(
        RuleIds.ConflictingAttribute,
        title: "Another attribute writes the body too",
        messageFormat: "'{0}' also has [{1}], whose generator writes the same body; remove one of the two",
        RuleCategories.Usage,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Two generators cannot both implement one partial method.",
        helpLinkUri: HelpLinks.For(RuleIds.ConflictingAttribute));

    public static readonly DiagnosticDescriptor RedactedTwice = new(
        RuleIds.RedactedTwice,
        title: "A value must be redacted in one way",
        messageFormat: "'{0}' has [Sensitive] and a data classification, which redact it in two ways; remove one of the two",
        RuleCategories.Usage,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "[Sensitive] says itself what is left of a value; a data classification leaves that to the redactor that is registered for it.",
        helpLinkUri: HelpLinks.For(RuleIds.RedactedTwice));

    /// <summary>All of them, in the order of their ids, which is that of <see cref="UsageProblemKind"/>.</summary>
    public static readonly ImmutableArray<DiagnosticDescriptor> All = ImmutableArray.Create(
        NotPartial,
        HasBody,
        ReturnsValue,
        NoLogger,
        AmbiguousLogger,
        UnknownHole,
        DuplicateKey,
        ReservedKey,
        MalformedTemplate,
        LevelMissing,
        LevelGivenTwice,
        UnsupportedParameter,
        UnsupportedContainer,
        ContainerNotPartial,
        LanguageVersion,
        OnlyToString,
        MissingLogFields,
        SecondException,
        InvalidKey,
        InvalidArgument,
        NothingToWrite,
        ConflictingAttribute,
        RedactedTwice);

    /// <summary>The rule that reports mistakes of <paramref name="kind"/>.</summary>
    public static DiagnosticDescriptor For(UsageProblemKind kind) => All[(int)kind - 1];
}
