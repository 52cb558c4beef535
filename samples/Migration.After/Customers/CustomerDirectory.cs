using Bolt;
using Microsoft.Extensions.Logging;

namespace Migration.Customers;

internal sealed record Customer(int Id, string Name, string City);

internal sealed class CustomerDirectory(ILogger<CustomerDirectory> logger)
{
    private readonly Dictionary<int, Customer> _customers = [];

    public void Load(IReadOnlyCollection<Customer> customers)
    {
        Log.LoadingCustomers(logger, customers.Count);
        foreach (var customer in customers)
        {
            if (_customers.TryAdd(customer.Id, customer))
                Log.LoadedCustomer(logger, customer.Id, customer.Name, customer.City);
            else
                Log.CustomerIsListedTwice(logger, customer.Id, customer.Name);
        }

        Log.CustomerDirectoryHasEntries(logger, _customers.Count, customers.Count);
    }

    public Customer? Find(int id)
    {
        if (_customers.TryGetValue(id, out var customer))
        {
            Log.FoundCustomer(logger, customer.Name, id);
            return customer;
        }

        Log.CustomerNotFound(logger, id);
        return null;
    }
}

internal static partial class Log
{
    [LogEvent(LogLevel.Debug, "Loading {Count} customers")]
    internal static partial void LoadingCustomers(ILogger logger, int count);

    [LogEvent(LogLevel.Trace, "Loaded customer {Id} {Name} from {City}")]
    internal static partial void LoadedCustomer(ILogger logger, int id, string name, string city);

    [LogEvent(LogLevel.Warning, "Customer {Id} is listed twice; {Name} ignored")]
    internal static partial void CustomerIsListedTwice(ILogger logger, int id, string name);

    [LogEvent(LogLevel.Information, "Customer directory has {CustomersCount} of {CustomersCount2} entries")]
    internal static partial void CustomerDirectoryHasEntries(ILogger logger, int customersCount, int customersCount2);

    [LogEvent(LogLevel.Trace, "Found customer {CustomerName} under {Id}")]
    internal static partial void FoundCustomer(ILogger logger, string customerName, int id);

    [LogEvent(LogLevel.Error, "Customer {Id} not found")]
    internal static partial void CustomerNotFound(ILogger logger, int id);

    [LogEvent(LogLevel.Debug, "Placing order {Number} of customer {Customer}: {Count} x {Item}")]
    internal static partial void PlacingOrderOfCustomer(ILogger logger, int number, int customer, int count, string item);

    [LogEvent(LogLevel.Warning, "Order {Number} rejected: {Problem}", EventId = 1002)]
    internal static partial void OrderRejected(ILogger logger, int number, string problem);

    [LogEvent(LogLevel.Trace, "Order {Number} goes from {Old} to {New}")]
    internal static partial void OrderGoes(ILogger logger, int number, Orders.OrderState old, Orders.OrderState @new);

    [LogEvent(LogLevel.Information, "Order {Number} placed for {Total:N2}", EventId = 1001)]
    internal static partial void OrderPlaced(ILogger logger, int number, decimal total);

    [LogEvent(LogLevel.Error, "Order {Number} failed in state {State}", EventId = 1003)]
    internal static partial void OrderFailed(ILogger logger, Exception exception, int number, Orders.OrderState state);

    [LogEvent(LogLevel.Critical, "Order {OrderNumber} asks for an unknown item")]
    internal static partial void OrderAsksForUnknownItem(ILogger logger, Exception exception, int orderNumber);

    [LogEvent(LogLevel.Debug, "Orders are limited to {MaxCount} pieces")]
    internal static partial void OrdersAreLimitedPieces(ILogger logger, int maxCount);

    [LogEvent(LogLevel.Trace, "Validating order {Number}")]
    internal static partial void ValidatingOrder(ILogger logger, int number);

    [LogEvent(LogLevel.Information, "Order {Number} has a count of {Count}, which is not positive")]
    internal static partial void OrderHasCountWhichIs(ILogger logger, int number, int count);

    [LogEvent(LogLevel.Information, "Order {Number} is {Excess} pieces over the limit of {MaxCount}")]
    internal static partial void OrderIsPiecesOverLimit(ILogger logger, int number, int excess, int maxCount);

    [LogEvent(LogLevel.Trace, "Order {OrderNumber} is valid, {OrderCount,3} pieces")]
    internal static partial void OrderIsValidPieces(ILogger logger, int orderNumber, int orderCount);

    [LogEvent(LogLevel.Debug, "Request {Request} charges {Amount:N2} for order {Order}")]
    internal static partial void RequestChargesForOrder(ILogger logger, int request, decimal amount, int order);

    [LogEvent(LogLevel.Warning, "Gateway answered {Status} after {Elapsed:c}")]
    internal static partial void GatewayAnswered(ILogger logger, int status, TimeSpan elapsed);

    [LogEvent(LogLevel.Trace, "Gateway answered {Status} after {Elapsed:c}")]
    internal static partial void GatewayAnsweredStatusAfterElapsed(ILogger logger, int status, TimeSpan elapsed);

    [LogEvent(LogLevel.Information, "Charged {Amount:N2}, receipt {Receipt}")]
    internal static partial void ChargedReceipt(ILogger logger, decimal amount, Guid receipt);

    [LogEvent(LogLevel.Trace, "Receipt {Receipt} is valid until {Until:d}")]
    internal static partial void ReceiptIsValidUntil(ILogger logger, Guid receipt, DateTime until);

    [LogEvent(LogLevel.Trace, "Attempt {Attempt} of {MaxAttempts} for order {Order}")]
    internal static partial void AttemptForOrder(ILogger logger, int attempt, int maxAttempts, int order);

    [LogEvent(LogLevel.Debug, "Order {Order} is paid: {Receipt}")]
    internal static partial void OrderIsPaid(ILogger logger, int order, string receipt);

    [LogEvent(LogLevel.Warning, "Attempt {Attempt} failed, next one in {Delay:c}")]
    internal static partial void AttemptFailedNextOne(ILogger logger, Exception exception, int attempt, TimeSpan delay);

    [LogEvent(LogLevel.Error, "Order {Order} could not be charged")]
    internal static partial void OrderCouldNotBeCharged(ILogger logger, Exception exception, int order);

    [LogEvent(LogLevel.Information, "Order service {Version} starting with {Arguments} arguments")]
    internal static partial void OrderServiceStartingArguments(ILogger logger, Version version, int arguments);

    [LogEvent(LogLevel.Warning, "Order {Number} dropped: no customer {Customers}")]
    internal static partial void OrderDropped(ILogger logger, int number, int customers);

    [LogEvent(LogLevel.Debug, "Closing the day after {Customers} customers")]
    internal static partial void ClosingDayCustomers(ILogger logger, int customers);

    [LogEvent(LogLevel.Information, "Order service stopped")]
    internal static partial void OrderServiceStopped(ILogger logger);

    [LogEvent(LogLevel.Warning, "A parcel is missing from the report")]
    internal static partial void ParcelIsMissingFromReport(ILogger logger);

    [LogEvent(LogLevel.Trace, "Weight so far: {Weight:F3}")]
    internal static partial void WeightSoFar(ILogger logger, double weight);

    [LogEvent(LogLevel.Trace, "Parcel {Label} added to the report, number {Number}")]
    internal static partial void ParcelAddedToReportNumber(ILogger logger, string label, int number);

    [LogEvent(LogLevel.Information, "Report of {Day:d}: {Parcels} parcels, {Weight:F3} kg, {Lost} lost")]
    internal static partial void ReportParcelsKgLost(ILogger logger, DateOnly day, int parcels, double weight, int lost);

    [LogEvent(LogLevel.Debug, "Heaviest parcel: {Parcel}")]
    internal static partial void HeaviestParcel(ILogger logger, string? parcel);

    [LogEvent(LogLevel.Debug, "First label: {Label}")]
    internal static partial void FirstLabel(ILogger logger, string label);

    [LogEvent(LogLevel.Trace, "Printing label for order {Order}")]
    internal static partial void PrintingLabelForOrder(ILogger? logger, int order);

    [LogEvent(LogLevel.Error, "Printer is out of paper")]
    internal static partial void PrinterIsOutOfPaper(ILogger? logger);

    [LogEvent(LogLevel.Trace, "Paper left: {Paper}")]
    internal static partial void PaperLeft(ILogger? logger, int paper);

    [LogEvent(LogLevel.Information, "Printed label {Label}")]
    internal static partial void PrintedLabel(ILogger? logger, string label);

    [LogEvent(LogLevel.Warning, "Printer has {Paper} sheets left")]
    internal static partial void PrinterHasSheetsLeft(ILogger? logger, int paper);

    [LogEvent(LogLevel.Debug, "Order {Order} weighs {Weight:F2} kg")]
    internal static partial void OrderWeighsKg(ILogger logger, int order, double weight);

    [LogEvent(LogLevel.Information, "Parcel {Parcel} leaves for {City}")]
    internal static partial void ParcelLeaves(ILogger logger, string parcel, string city);

    [LogEvent(LogLevel.Information, "Parcel {ParcelLabel} is due on {DateOnly:yyyy-MM-dd}, {ParcelWeight:F1} kg")]
    internal static partial void ParcelIsDueKg(ILogger logger, string parcelLabel, DateOnly dateOnly, double parcelWeight);

    [LogEvent(LogLevel.Error, "Order {Order} is stuck at the shipping desk", EventId = 3001)]
    internal static partial void ShippingFailed(ILogger logger, Exception exception, int order);

    [LogEvent(LogLevel.Error, "No price for {Item}; known are {Count} items")]
    internal static partial void NoPrice(ILogger logger, string item, int count);

    [LogEvent(LogLevel.Debug, "Price of {Item}: {Price:N2}")]
    internal static partial void Price(ILogger logger, string item, decimal price);

    [LogEvent(LogLevel.Debug, "Total for {Count} {Item}: {Total,8:N2}")]
    internal static partial void Total(ILogger logger, int count, string item, decimal total);

    [LogEvent(LogLevel.Information, "Discount of {Percent} % on {Total:N2}")]
    internal static partial void Discount(ILogger logger, int percent, decimal total);

    [LogEvent(LogLevel.Trace, "Priced {{{{{Item}}}}}")]
    internal static partial void Priced(ILogger logger, string item);

    [LogEvent(LogLevel.Trace, "Alarm {Alarm} raised")]
    internal static partial void AlarmRaised(ILogger logger, int alarm);

    [LogEvent("Alarm {Alarm}: {Item} must be ordered")]
    internal static partial void AlarmMustBeOrdered(ILogger logger, LogLevel level, int alarm, string item);

    [LogEvent(LogLevel.Information, "Reordering {Count} of {Item}", EventId = 2001)]
    internal static partial void Reordering(ILogger logger, int count, string item);

    [LogEvent(LogLevel.Debug, "Alarm {Raised} for {Item} is on record")]
    internal static partial void AlarmIsOnRecord(ILogger logger, int raised, string item);

    [LogEvent(LogLevel.Information, "Delivery arrived")]
    internal static partial void DeliveryArrived(ILogger logger);

    [LogEvent(LogLevel.Debug, "Stored {Count} of {Item}, now {Total}")]
    internal static partial void StoredNow(ILogger logger, int count, string item, int total);

    [LogEvent(LogLevel.Information, "Delivery stored, {StockCount} items in stock")]
    internal static partial void DeliveryStoredItemsInStock(ILogger logger, int stockCount);

    [LogEvent(LogLevel.Warning, "Short of {Item} by {Missing}")]
    internal static partial void Short(ILogger logger, string item, int missing);

    [LogEvent(LogLevel.Information, "Reserved {Count} of {Item}, {Left} left")]
    internal static partial void ReservedLeft(ILogger logger, int count, string item, int left);
}
