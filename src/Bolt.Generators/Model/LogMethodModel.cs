namespace Bolt.Generators.Model;

/// <summary>Everything that emission needs to know of a log method. Holds no symbol, syntax or location.</summary>
internal sealed record LogMethodModel
{
    /// <summary>The type that declares the method.</summary>
    public required TypeHierarchy Container { get; init; }

    /// <summary>The method's name, escaped where it is a keyword.</summary>
    public required string Name { get; init; }

    /// <summary>The modifiers of the declaration, <c>partial</c> last: <c>public static partial</c>.</summary>
    public required string Modifiers { get; init; }

    /// <summary>The fully qualified return type; <c>void</c> unless <see cref="IsStub"/>.</summary>
    public string ReturnType { get; init; } = "void";

    /// <summary>The type parameters with their brackets; empty if none.</summary>
    public string TypeParameters { get; init; } = "";

    /// <summary>The constraint clauses, each with a blank before it.</summary>
    public string Constraints { get; init; } = "";

    /// <summary>Whether constraints are inherited, and so must not be restated.</summary>
    public bool IsOverride { get; init; }

    /// <summary>Whether only an empty body is wanted: the declaration has a mistake, which the analyzer reports.</summary>
    public bool IsStub { get; init; }

    /// <summary>Whether the user documented the declaration.</summary>
    public bool HasDocumentation { get; init; }

    /// <summary>The expression of the logger, as seen from the method.</summary>
    public string Logger { get; init; } = "";

    /// <summary>The level; <see cref="DynamicLevel"/> where a parameter gives it.</summary>
    public int Level { get; init; } = DynamicLevel;

    /// <summary>The event's id; null if none.</summary>
    public int? EventId { get; init; }

    /// <summary>The event's name.</summary>
    public string EventName { get; init; } = "";

    /// <summary>The message template, verbatim.</summary>
    public string Template { get; init; } = "";

    /// <summary>Whether callers check the level.</summary>
    public bool SkipEnabledCheck { get; init; }

    /// <summary>One call of this many is written; with <see cref="SampleFirst"/>, of those after the first.</summary>
    public int SampleEvery { get; init; }

    /// <summary>This many calls of each interval are written first; 0 for no intervals.</summary>
    public int SampleFirst { get; init; }

    /// <summary>How long an interval is.</summary>
    public int SampleIntervalMilliseconds { get; init; }

    /// <summary>Whether calls of level Error and above are sampled too.</summary>
    public bool SamplesErrors { get; init; }

    /// <summary>Whether a call may be left out.</summary>
    public bool IsSampled => (SampleEvery > 1 || SampleFirst > 0) && (SamplesErrors || Level is < 4 or DynamicLevel);

    /// <summary>The parameters, in order.</summary>
    public EquatableArray<ParameterModel> Parameters { get; init; }

    /// <summary>The message, in order.</summary>
    public EquatableArray<MessagePart> Message { get; init; }

    /// <summary>The enums that the parameters and their members contain.</summary>
    public EquatableArray<EnumModel> Enums { get; init; }

    /// <summary>The object types that the parameters and their members contain.</summary>
    public EquatableArray<ObjectModel> Objects { get; init; }

    /// <summary>The value of <see cref="Level"/> where a parameter gives the level: that of <c>LogLevel.None</c>.</summary>
    public const int DynamicLevel = 6;
}
