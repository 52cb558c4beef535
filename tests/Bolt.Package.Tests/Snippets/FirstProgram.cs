// snippet: first-program
using Bolt;
using Microsoft.Extensions.Logging;

using var factory = BoltLoggerFactory.Create(options => options.MinimumLevel = LogLevel.Information);
ILogger logger = factory.CreateLogger("Shop");

Log.OrderPaid(logger, 4711, 59.90m, Currency.Eur);

enum Currency { Eur, Usd }

static partial class Log
{
    [LogEvent(LogLevel.Information, "Order {OrderId} paid: {Amount:N2} {Currency}")]
    public static partial void OrderPaid(ILogger logger, long orderId, decimal amount, Currency currency);
}
// end snippet
