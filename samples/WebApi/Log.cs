using Bolt;

namespace WebApi;

/// <summary>The events of this program.</summary>
internal static partial class Log
{
    [LogEvent(LogLevel.Information, "Order {id} read for {customer}, paid with {card}")]
    public static partial void OrderRead(ILogger logger, int id, [PersonalData] string customer, [Sensitive(Redaction.Last4)] string card);
}
