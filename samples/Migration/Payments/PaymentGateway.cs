using Microsoft.Extensions.Logging;

namespace Migration.Payments;

internal sealed class PaymentGateway(ILogger<PaymentGateway> logger)
{
    private int _requests;

    public string Charge(int order, decimal amount)
    {
        _requests++;
        logger.LogDebug("Request {Request} charges {Amount:N2} for order {Order}", _requests, amount, order);
        if (_requests % 3 == 1)
        {
            logger.LogWarning("Gateway answered {Status} after {Elapsed}", 503, TimeSpan.FromMilliseconds(1250));
            throw new TimeoutException("the gateway did not answer");
        }

        logger.LogTrace("Gateway answered {Status} after {Elapsed}", 200, TimeSpan.FromMilliseconds(80));
        var receipt = new Guid(order, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1);
        logger.LogInformation("Charged {Amount:N2}, receipt {Receipt}", amount, receipt);
        logger.LogTrace("Receipt {Receipt} is valid until {Until:d}", receipt, new DateTime(2026, 12, 31));
        return receipt.ToString();
    }
}
