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
                logger.LogTrace("Attempt {Attempt} of {MaxAttempts} for order {Order}", attempt, MaxAttempts, order);
                var receipt = gateway.Charge(order, amount);
                logger.LogDebug("Order {Order} is paid: {Receipt}", order, receipt);
                return;
            }
            catch (TimeoutException exception) when (attempt < MaxAttempts)
            {
                logger.LogWarning(exception, "Attempt {Attempt} failed, next one in {Delay}", attempt, TimeSpan.FromSeconds(attempt));
            }
            catch (TimeoutException exception)
            {
                logger.LogError(exception, "Order " + order + " could not be charged");
                throw new InvalidOperationException("payment failed", exception);
            }
        }
    }
}
