namespace Bolt.Generators.Emission;

/// <summary>The runtime's types as generated code names them.</summary>
internal static class RuntimeNames
{
    public const string Json = "global::Bolt.Runtime.Utf8Json";
    public const string EventWriter = "global::Bolt.Runtime.EventWriter";
    public const string EventInfo = "global::Bolt.Runtime.LogEventInfo";
    public const string ValueBuffer = "global::Bolt.Runtime.ValueBuffer";
    public const string FieldSlot = "global::Bolt.Runtime.FieldSlot";
    public const string Redaction = "global::Bolt.Redaction";
    public const string Classifications = "global::Bolt.Runtime.DataClassifications";
    public const string Classification = Parsing.DataClassification.Namespace;
    public const string Logger = "global::Microsoft.Extensions.Logging.ILogger";
    public const string LogLevel = "global::Microsoft.Extensions.Logging.LogLevel";
    public const string Exception = "global::System.Exception";

    private static readonly string[] s_levels = ["Trace", "Debug", "Information", "Warning", "Error", "Critical", "None"];

    /// <summary>A level as an expression.</summary>
    public static string Level(int level) => LogLevel + "." + s_levels[level];

    /// <summary>A level as users call it.</summary>
    public static string LevelName(int level) => s_levels[level];
}
