// snippet: redactors
using Bolt;
using Microsoft.Extensions.Compliance.Classification;
using Microsoft.Extensions.Compliance.Redaction;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

var services = new ServiceCollection().AddRedaction(redaction =>
{
    redaction.SetRedactor<ErasingRedactor>(Data.Private);
    redaction.SetHmacRedactor(options => (options.Key, options.KeyId) = (Environment.GetEnvironmentVariable("LOG_KEY"), 1), Data.Account);
});
using var provider = services.BuildServiceProvider();
using var factory = BoltLoggerFactory.Create(options => options.RedactorProvider = provider.GetRequiredService<IRedactorProvider>());
var payment = new Payment("DE02120300000000202051", 59.90m);
Log.SignedUp(factory.CreateLogger("Shop"), "Ada", payment);
// end snippet

// snippet: classes
static class Data
{
    public static DataClassification Private => new("Shop", nameof(Private));

    public static DataClassification Account => new("Shop", nameof(Account));
}

sealed class PrivateDataAttribute() : DataClassificationAttribute(Data.Private);

sealed class AccountDataAttribute() : DataClassificationAttribute(Data.Account);
// end snippet

// snippet: classified
sealed record Payment([AccountData] string Iban, decimal Amount);

static partial class Log
{
    [LogEvent(LogLevel.Information, "{name} signed up")]
    public static partial void SignedUp(ILogger logger, [PrivateData] string name, [LogFields] Payment payment);
}
// end snippet
