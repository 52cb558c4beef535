using Microsoft.Extensions.Logging;

namespace Migration.Payments;

internal sealed class PaymentGateway(ILogger<PaymentGateway> logger)
{
    private int _requests;

    public string Charge(int order, decimal amount)
    {
        _requests++;
        Customers.Log.RequestChargesForOrder(logger, _requests, amount, order);
        if (_requests % 3 == 1)
        {
            Customers.Log.GatewayAnswered(logger, 503, TimeSpan.FromMilliseconds(1250));
            throw new TimeoutException("the gateway did not answer");
        }

        Customers.Log.GatewayAnsweredStatusAfterElapsed(logger, 200, TimeSpan.FromMilliseconds(80));
        var receipt = new Guid(order, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1);
        Customers.Log.ChargedReceipt(logger, amount, receipt);
        Customers.Log.ReceiptIsValidUntil(logger, receipt, new DateTime(2026, 12, 31));
        return receipt.ToString();
    }
}
