namespace Bolt.Generators.Parsing;

/// <summary>
/// The mistakes that a declaration with <c>[LogEvent]</c> can have. The numbers are those of the rules: kind 6 is BOLT0006.
/// After each kind stand its arguments and, where it is not the method's identifier, its location.
/// </summary>
internal enum UsageProblemKind
{
    /// <summary>{0} method.</summary>
    NotPartial = 1,

    /// <summary>{0} method.</summary>
    HasBody = 2,

    /// <summary>{0} method, {1} return type. At the return type.</summary>
    ReturnsValue = 3,

    /// <summary>{0} method, {1} containing type.</summary>
    NoLogger = 4,

    /// <summary>{0} method, {1} and {2} the two candidates. At the second parameter if both are parameters.</summary>
    AmbiguousLogger = 5,

    /// <summary>{0} hole, {1} method. At the hole.</summary>
    UnknownHole = 6,

    /// <summary>{0} key, {1} the parameter or member that repeats it, {2} the one that has it. At the second parameter.</summary>
    DuplicateKey = 7,

    /// <summary>{0} key, {1} parameter or member. At the parameter.</summary>
    ReservedKey = 8,

    /// <summary>{0} what is wrong. At the place in the template.</summary>
    MalformedTemplate = 9,

    /// <summary>{0} method.</summary>
    LevelMissing = 10,

    /// <summary>{0} method, {1} parameter. At the parameter.</summary>
    LevelGivenTwice = 11,

    /// <summary>{0} parameter, {1} type, {2} reason. At the parameter.</summary>
    UnsupportedParameter = 12,

    /// <summary>{0} containing type, {1} reason.</summary>
    UnsupportedContainer = 13,

    /// <summary>{0} the type that is not partial.</summary>
    ContainerNotPartial = 14,

    /// <summary>{0} the language version of the project.</summary>
    LanguageVersion = 15,

    /// <summary>{0} parameter, {1} type. At the parameter.</summary>
    OnlyToString = 16,

    /// <summary>{0} parameter, {1} type. At the parameter.</summary>
    MissingLogFields = 17,

    /// <summary>{0} parameter, {1} the first exception parameter. At the parameter.</summary>
    SecondException = 18,

    /// <summary>{0} key or event name, {1} reason. At the attribute's argument.</summary>
    InvalidKey = 19,

    /// <summary>{0} argument name, {1} value, {2} what is allowed. At the attribute's argument.</summary>
    InvalidArgument = 20,

    /// <summary>{0} parameter, {1} type. At the parameter.</summary>
    NothingToWrite = 21,

    /// <summary>{0} method, {1} the other attribute.</summary>
    ConflictingAttribute = 22,

    /// <summary>{0} parameter or member. At the parameter.</summary>
    RedactedTwice = 23,
}
