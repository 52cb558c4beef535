using Microsoft.Extensions.Logging;

namespace Migration.Customers;

internal sealed record Customer(int Id, string Name, string City);

internal sealed class CustomerDirectory(ILogger<CustomerDirectory> logger)
{
    private readonly Dictionary<int, Customer> _customers = [];

    public void Load(IReadOnlyCollection<Customer> customers)
    {
        logger.LogDebug("Loading {Count} customers", customers.Count);
        foreach (var customer in customers)
        {
            if (_customers.TryAdd(customer.Id, customer))
                logger.LogTrace("Loaded customer {Id} {Name} from {City}", customer.Id, customer.Name, customer.City);
            else
                logger.LogWarning("Customer {Id} is listed twice; {Name} ignored", customer.Id, customer.Name);
        }

        logger.LogInformation("Customer directory has " + _customers.Count + " of " + customers.Count + " entries");
    }

    public Customer? Find(int id)
    {
        if (_customers.TryGetValue(id, out var customer))
        {
            logger.LogTrace($"Found customer {customer.Name} under {id}");
            return customer;
        }

        logger.LogError("Customer {Id} not found", id);
        return null;
    }
}
