using Microsoft.CodeAnalysis;

namespace Bolt.Analyzers.Logging;

/// <summary>The rules BOLT2003 to BOLT2007: log calls and log methods that work, but could be better.</summary>
internal static class QualityRules
{
    public static readonly DiagnosticDescriptor CostlyArgument = new(
        RuleIds.CostlyArgument,
        title: "A costly argument is evaluated even when the level is off",
        messageFormat: "{0} even when {1} is off; check IsEnabled first",
        RuleCategories.Logging,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "The arguments of a log call are evaluated before the call can see that its level is off. Inside 'if (logger.IsEnabled(level))' they cost nothing then.",
        helpLinkUri: HelpLinks.For(RuleIds.CostlyArgument));

    public static readonly DiagnosticDescriptor UnmarkedSecret = new(
        RuleIds.UnmarkedSecret,
        title: "A secret is logged in the clear",
        messageFormat: "'{0}' is named like a secret and is logged in the clear; mark it [Sensitive], or [LogIgnore] a member nobody needs",
        RuleCategories.Logging,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "What is in a log is read by many and kept for long. [Sensitive] redacts a value before it is encoded, in the field and in the message alike.",
        helpLinkUri: HelpLinks.For(RuleIds.UnmarkedSecret));

    public static readonly DiagnosticDescriptor ExceptionAsField = new(
        RuleIds.ExceptionAsField,
        title: "An exception is logged as a field, or only a part of it",
        messageFormat: "logs {0}; {1}",
        RuleCategories.Logging,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "An exception that is passed as such is written with its type, message, stack and inner exceptions, under keys of their own. A field or a message has only its text.",
        helpLinkUri: HelpLinks.For(RuleIds.ExceptionAsField));

    public static readonly DiagnosticDescriptor DuplicateEvent = new(
        RuleIds.DuplicateEvent,
        title: "An event's id and name must be its own",
        messageFormat: "'{0}' has the event {1} of '{2}'; give each event its own",
        RuleCategories.Logging,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Alerts and queries find an event by its id or name; two events that share one cannot be told apart.",
        helpLinkUri: HelpLinks.For(RuleIds.DuplicateEvent));

    public static readonly DiagnosticDescriptor RuntimeTemplate = new(
        RuleIds.RuntimeTemplate,
        title: "A message template is built at run time",
        messageFormat: "the message template is {0}; write a constant one, and pass the values as arguments",
        RuleCategories.Logging,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "A constant template says which event it is, and its values are fields. A message built at run time is another template each time: nothing can be counted or searched by it, and each is parsed and kept anew.",
        helpLinkUri: HelpLinks.For(RuleIds.RuntimeTemplate));
}
