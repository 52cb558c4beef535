using Bolt;

namespace BoltApp.Incidents;

/// <summary>The records that incidents write.</summary>
internal static partial class IncidentLog
{
    [LogEvent(LogLevel.Information, "Step {step} of {job} is done")]
    public static partial void StepDone(ILogger logger, long step, string job);

    [LogEvent(LogLevel.Error, "Step {step} of {job} has failed: {problem}")]
    public static partial void StepFailed(ILogger logger, long step, string job, string problem);

    [LogEvent(LogLevel.Warning, "Step {step} of {job} was retried")]
    public static partial void StepRetried(ILogger logger, long step, string job, Exception error);

    [LogEvent(LogLevel.Information, "Step {step} is priced at {price}")]
    public static partial void SlowlyPriced(ILogger logger, long step, SlowPrice price);

    [LogEvent(LogLevel.Information, "Step {step} is priced at {price}")]
    public static partial void WastefullyPriced(ILogger logger, long step, WastefulPrice price);

    [LogEvent(LogLevel.Information, "Step {step} is priced at {price}")]
    public static partial void BrokenlyPriced(ILogger logger, long step, BrokenPrice price);
}
