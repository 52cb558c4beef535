using Bolt;
using Microsoft.Extensions.Logging;

namespace AdHoc
{
    public sealed class Orders(ILogger<Orders> logger)
    {
        public void Place(long orderId, string user)
        {
            // snippet: call
            logger.Info($"Order {orderId} placed by {user}");
            // end snippet
        }

        public void Pay(long orderId, decimal total, Func<string> describe)
        {
            try
            {
                // snippet: braces
                logger.Debug($"Paying {orderId}: {describe()}");
                // end snippet
            }
            catch (InvalidOperationException exception)
            {
                logger.Error(exception, $"Payment of {orderId} over {total:@amount:N2} failed");
            }
        }
    }
}
