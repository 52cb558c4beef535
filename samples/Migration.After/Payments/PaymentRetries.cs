using Microsoft.Extensions.Logging;

namespace Migration.Payments;

internal sealed class PaymentRetries(PaymentGateway gateway, ILogger<PaymentRetries> logger)
{
    private const int MaxAttempts = 2;

    public void Charge(int order, decimal amount)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                Customers.Log.AttemptForOrder(logger, attempt, MaxAttempts, order);
                var receipt = gateway.Charge(order, amount);
                Customers.Log.OrderIsPaid(logger, order, receipt);
                return;
            }
            catch (TimeoutException exception) when (attempt < MaxAttempts)
            {
                Customers.Log.AttemptFailedNextOne(logger, exception, attempt, TimeSpan.FromSeconds(attempt));
            }
            catch (TimeoutException exception)
            {
                Customers.Log.OrderCouldNotBeCharged(logger, exception, order);
                throw new InvalidOperationException("payment failed", exception);
            }
        }
    }
}
