using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Bolt.Analyzers.Allocation;

/// <summary>The rules BOLT1xxx: heap allocations. Each message names the cause, the type and the cure.</summary>
internal static class AllocationRules
{
    public static readonly DiagnosticDescriptor ObjectCreation = Rule(
        RuleIds.ObjectCreation,
        "Creating an object allocates",
        "'new {0}' allocates an object; {1}",
        "Every execution creates an object on the heap.");

    public static readonly DiagnosticDescriptor ArrayCreation = Rule(
        RuleIds.ArrayCreation,
        "Creating an array allocates",
        "Allocates '{0}'; {1}",
        "An array lives on the heap unless its elements are constants of a read-only span.");

    public static readonly DiagnosticDescriptor AnonymousObject = Rule(
        RuleIds.AnonymousObject,
        "An anonymous object allocates",
        "Allocates an anonymous object; use a value tuple",
        "Anonymous types are classes; a query's 'let' makes one for each element.");

    public static readonly DiagnosticDescriptor CollectionExpression = Rule(
        RuleIds.CollectionExpression,
        "A collection expression allocates",
        "Allocates '{0}'; {1}",
        "Whether a collection expression allocates depends on the type it is converted to: a span of known length does not.");

    public static readonly DiagnosticDescriptor RecordCopy = Rule(
        RuleIds.RecordCopy,
        "Copying a record class allocates",
        "'with' copies '{0}' to the heap; make it a record struct",
        "A record class is copied by creating another object.");

    public static readonly DiagnosticDescriptor StringConcatenation = Rule(
        RuleIds.StringConcatenation,
        "Concatenating strings allocates",
        "Concatenates {0} parts to a new string; {1}",
        "Each execution creates a string, and an array too from five parts on.");

    public static readonly DiagnosticDescriptor StringInterpolation = Rule(
        RuleIds.StringInterpolation,
        "Interpolating to a string allocates",
        "Formats a new '{0}'; {1}",
        "An interpolated string that is converted to string or FormattableString is created at each execution; one that an interpolated-string handler takes is not.");

    public static readonly DiagnosticDescriptor StringFormatting = Rule(
        RuleIds.StringFormatting,
        "Formatting a string allocates",
        "'{0}' {1}; {2}",
        "Format, Join and their like create a string, and parse the format at each execution.");

    public static readonly DiagnosticDescriptor ToStringCall = Rule(
        RuleIds.ToStringCall,
        "ToString allocates where the value would do",
        "'{0}.ToString()' allocates a string; {1}",
        "The target takes the value itself, or a span that it can be formatted into.");

    public static readonly DiagnosticDescriptor StringCopy = Rule(
        RuleIds.StringCopy,
        "A method of string copies",
        "'{0}' copies characters to a new string; {1}",
        "Strings cannot be changed, so each of these methods creates one; a span of the characters does not.");

    public static readonly DiagnosticDescriptor Closure = Rule(
        RuleIds.Closure,
        "A closure allocates",
        "{0}, which allocates {1}; {2}",
        "Variables that an anonymous function captures live in an object that is created where their scope begins, even if the function is never created.");

    public static readonly DiagnosticDescriptor DelegateCreation = Rule(
        RuleIds.DelegateCreation,
        "A delegate is created per call",
        "Creates a '{0}' {1}; {2}",
        "Only static lambdas and static method groups are kept by the compiler and used again.");

    public static readonly DiagnosticDescriptor DelegateCombination = Rule(
        RuleIds.DelegateCombination,
        "Combining delegates allocates",
        "Combines delegates of type '{0}' into a new one; subscribe once, outside the hot path",
        "Delegates cannot be changed, so adding one to another creates a third.");

    public static readonly DiagnosticDescriptor Boxing = Rule(
        RuleIds.Boxing,
        "A value is boxed",
        "Boxes '{0}' to '{1}'; {2}",
        "A value that is converted to object or to an interface is copied into an object.");

    public static readonly DiagnosticDescriptor BoxingReceiver = Rule(
        RuleIds.BoxingReceiver,
        "An inherited member boxes the value it is called on",
        "'{0}.{1}' boxes '{0}'; {2}",
        "A struct that does not override Equals, GetHashCode or ToString inherits those of ValueType or Enum, which take an object.");

    public static readonly DiagnosticDescriptor DefaultComparer = Rule(
        RuleIds.DefaultComparer,
        "The default comparer boxes",
        "'{0}' compares '{1}' by boxing; implement IEquatable<{1}> or pass a comparer",
        "EqualityComparer<T>.Default has only Equals(object) to call where T does not implement IEquatable<T>.");

    public static readonly DiagnosticDescriptor DefaultInterfaceMember = Rule(
        RuleIds.DefaultInterfaceMember,
        "A default interface member boxes the struct",
        "'{0}' is not implemented by '{1}', so the call boxes it; implement it",
        "A member with a body in the interface is called on a boxed copy of a struct.");

    public static readonly DiagnosticDescriptor ParamsCollection = Rule(
        RuleIds.ParamsCollection,
        "A params collection allocates",
        "Allocates '{0}' for the arguments of 'params {1}'; {2}",
        "The compiler puts arguments of a params parameter into a new collection; a params span lives on the stack.");

    public static readonly DiagnosticDescriptor Enumerator = Rule(
        RuleIds.Enumerator,
        "An enumerator allocates",
        "Allocates the enumerator of '{0}'; {1}",
        "GetEnumerator that returns an interface or a class creates an object per loop.");

    public static readonly DiagnosticDescriptor Linq = Rule(
        RuleIds.Linq,
        "LINQ allocates",
        "'{0}' allocates {1}; {2}",
        "Operators of LINQ create iterators, delegates or collections.");

    public static readonly DiagnosticDescriptor LinqThatMayAllocate = Rule(
        RuleIds.LinqThatMayAllocate,
        "LINQ may allocate",
        "'{0}' allocates an enumerator unless '{1}' is an array or a list at run time; {2}",
        "Operators that return one value look at arrays and lists directly; any other source is enumerated.", DiagnosticSeverity.Info);

    public static readonly DiagnosticDescriptor Iterator = Rule(
        RuleIds.Iterator,
        "An iterator allocates",
        "'{0}' is an iterator: each call allocates its state; {1}",
        "The compiler turns an iterator into a class.");

    public static readonly DiagnosticDescriptor AsyncMethod = Rule(
        RuleIds.AsyncMethod,
        "An async method allocates when it does not complete at once",
        "'{0}' allocates {1}; {2}",
        "A suspended async method lives on the heap, and a Task carries its result.");

    public static readonly DiagnosticDescriptor AllocatingMember = Rule(
        RuleIds.AllocatingMember,
        "A called member allocates",
        "Calls '{0}', which {1}; {2}",
        "The allocation is not here but in what is called; the path leads to it.");

    public static readonly DiagnosticDescriptor AllocatingLibraryMember = Rule(
        RuleIds.AllocatingLibraryMember,
        "A called library member allocates",
        "Calls '{0}', which {1}; {2}",
        "The framework's own code was read: on its ordinary way the member creates something on the heap.");

    public static readonly DiagnosticDescriptor UnknownMember = Rule(
        RuleIds.UnknownMember,
        "It is not known whether a called member allocates",
        "It is not known whether '{0}' allocates: {1}; mark it [ZeroAlloc]",
        "Virtual and interface members, delegates and members of other assemblies may do anything unless a contract says otherwise.", isEnabledByDefault: false);

    public static readonly DiagnosticDescriptor EscapedContract = Rule(
        RuleIds.EscapedContract,
        "A member escapes the contract of the one it overrides",
        "'{0}' is allowed to allocate, but '{1}' is [ZeroAlloc]; {2}",
        "Who calls the overridden or implemented member relies on its contract.");

    public static readonly DiagnosticDescriptor NeedlessAllowAllocation = Rule(
        RuleIds.NeedlessAllowAllocation,
        "[AllowAllocation] is not needed",
        "Nothing in '{0}' allocates; remove [AllowAllocation]",
        "An exception that excuses nothing hides the next allocation.");

    public static readonly DiagnosticDescriptor InvalidContract = Rule(
        RuleIds.InvalidContract,
        "A contract cannot be checked",
        "{0}",
        "[AllowAllocation] needs a reason, and [ZeroAlloc] something to hold for.");

    public static readonly DiagnosticDescriptor UnknownOptionValue = Rule(
        RuleIds.UnknownOptionValue,
        "An option has an unknown value",
        "'{0}' is not known, and {1}; use one of: {2}",
        "A misspelt option would otherwise be ignored silently.");

    /// <summary>All of them, in the order of their ids.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        ObjectCreation,
        ArrayCreation,
        AnonymousObject,
        CollectionExpression,
        RecordCopy,
        StringConcatenation,
        StringInterpolation,
        StringFormatting,
        ToStringCall,
        StringCopy,
        Closure,
        DelegateCreation,
        DelegateCombination,
        Boxing,
        BoxingReceiver,
        DefaultComparer,
        DefaultInterfaceMember,
        ParamsCollection,
        Enumerator,
        Linq,
        LinqThatMayAllocate,
        Iterator,
        AsyncMethod,
        AllocatingMember,
        AllocatingLibraryMember,
        UnknownMember,
        EscapedContract,
        NeedlessAllowAllocation,
        InvalidContract,
        UnknownOptionValue,
    ];

    private static DiagnosticDescriptor Rule(
        string id,
        string title,
        string message,
        string description,
        DiagnosticSeverity severity = DiagnosticSeverity.Warning,
        bool isEnabledByDefault = true) =>
        new(id, title, message, RuleCategories.Allocation, severity, isEnabledByDefault, description, HelpLinks.For(id));
}
