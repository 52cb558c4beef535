namespace Bolt.Runtime;

/// <summary>
/// How events are redacted on their way through an <see cref="Microsoft.Extensions.Logging.ILogger"/> that is not Bolt's: they are
/// encoded before it is known which factory gets them. Each setting is that of the newest live factory that has it.
/// </summary>
internal static class ForwardedRedaction
{
    private static RedactionSettings s_settings = RedactionSettings.None;

    internal static RedactionSettings Settings => Volatile.Read(ref s_settings);

    /// <summary>Chooses anew, after a factory came or went; no two calls at once.</summary>
    /// <param name="live">The live factories, the newest last.</param>
    internal static void Choose(LogPipeline[] live)
    {
        RedactionSettings Newest(Predicate<RedactionSettings> has) =>
            Array.FindLast(live, factory => has(factory.Redaction))?.Redaction ?? RedactionSettings.None;

        var settings = new RedactionSettings
        {
            Key = Newest(static s => !s.Key.IsEmpty).Key,
            Provider = Newest(static s => s.Provider is not null).Provider,
            Names = Newest(static s => s.Names is not null).Names,
            Report = Newest(static _ => true).Report,
        };
        Volatile.Write(ref s_settings, settings);
    }
}
