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
}
