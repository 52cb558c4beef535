namespace Bolt.Analyzers;

/// <summary>The ids of every rule. They are stable: an id is never renumbered and never used again.</summary>
public static class RuleIds
{
    public const string NotPartial = "BOLT0001";
    public const string HasBody = "BOLT0002";
    public const string ReturnsValue = "BOLT0003";
    public const string NoLogger = "BOLT0004";
    public const string AmbiguousLogger = "BOLT0005";
    public const string UnknownHole = "BOLT0006";
    public const string DuplicateKey = "BOLT0007";
    public const string ReservedKey = "BOLT0008";
    public const string MalformedTemplate = "BOLT0009";
    public const string LevelMissing = "BOLT0010";
    public const string LevelGivenTwice = "BOLT0011";
    public const string UnsupportedParameter = "BOLT0012";
    public const string UnsupportedContainer = "BOLT0013";
    public const string ContainerNotPartial = "BOLT0014";
    public const string LanguageVersion = "BOLT0015";
    public const string OnlyToString = "BOLT0016";
    public const string MissingLogFields = "BOLT0017";
    public const string SecondException = "BOLT0018";
    public const string InvalidKey = "BOLT0019";
    public const string InvalidArgument = "BOLT0020";
    public const string NothingToWrite = "BOLT0021";
    public const string ConflictingAttribute = "BOLT0022";
    public const string RedactedTwice = "BOLT0023";

    public const string ObjectCreation = "BOLT1001";
    public const string ArrayCreation = "BOLT1002";
    public const string AnonymousObject = "BOLT1003";
    public const string CollectionExpression = "BOLT1004";
    public const string RecordCopy = "BOLT1005";
    public const string StringConcatenation = "BOLT1101";
    public const string StringInterpolation = "BOLT1102";
    public const string StringFormatting = "BOLT1103";
    public const string ToStringCall = "BOLT1104";
    public const string StringCopy = "BOLT1105";
    public const string Closure = "BOLT1201";
    public const string DelegateCreation = "BOLT1202";
    public const string DelegateCombination = "BOLT1203";
    public const string Boxing = "BOLT1301";
    public const string BoxingReceiver = "BOLT1302";
    public const string DefaultComparer = "BOLT1303";
    public const string DefaultInterfaceMember = "BOLT1304";
    public const string ParamsCollection = "BOLT1401";
    public const string Enumerator = "BOLT1501";
    public const string Linq = "BOLT1502";
    public const string LinqThatMayAllocate = "BOLT1552";
    public const string Iterator = "BOLT1601";
    public const string AsyncMethod = "BOLT1602";
    public const string AllocatingMember = "BOLT1701";
    public const string AllocatingLibraryMember = "BOLT1702";
    public const string UnknownMember = "BOLT1703";
    public const string EscapedContract = "BOLT1704";
    public const string NeedlessAllowAllocation = "BOLT1801";
    public const string InvalidContract = "BOLT1802";
    public const string UnknownOptionValue = "BOLT1901";

    public const string ConvertibleLogCall = "BOLT2001";
    public const string ConvertibleLogMethod = "BOLT2002";
    public const string CostlyArgument = "BOLT2003";
    public const string UnmarkedSecret = "BOLT2004";
    public const string ExceptionAsField = "BOLT2005";
    public const string DuplicateEvent = "BOLT2006";
    public const string RuntimeTemplate = "BOLT2007";
    public const string UndeclaredEvent = "BOLT2010";
    public const string RemovedEvent = "BOLT2011";
    public const string ChangedEvent = "BOLT2012";
    public const string MalformedEventFile = "BOLT2013";

    public const string AllocationInCode = "BOLT9001";
    public const string SymbolsMissing = "BOLT9002";
    public const string RuleBelowError = "BOLT9003";
    public const string BaselineInvalid = "BOLT9004";
    public const string EventsNotWritten = "BOLT9005";
}
