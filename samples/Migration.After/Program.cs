using Bolt;
using Microsoft.Extensions.Logging;
using Migration.Customers;
using Migration.Orders;
using Migration.Payments;
using Migration.Reports;
using Migration.Shipping;
using Migration.Stock;

// A small order service as it is before Bolt's log methods: every event is a call of Microsoft.Extensions.Logging.
// dotnet format analyzers --diagnostics BOLT2001 --severity info  converts it.
using var factory = LoggerFactory.Create(logging => logging
    .SetMinimumLevel(LogLevel.Trace)
    .AddBolt(options =>
    {
        options.MinimumLevel = LogLevel.Trace;
        options.Delivery = Delivery.Synchronous;
        options.Include = RecordParts.Category | RecordParts.EventId | RecordParts.EventName | RecordParts.ErrorType;
    }));

var version = new Version(1, 4);
var logger = factory.CreateLogger("Migration");
Log.OrderServiceStartingArguments(logger, version, args.Length);

var directory = new CustomerDirectory(factory.CreateLogger<CustomerDirectory>());
var warehouse = new Warehouse(factory.CreateLogger<Warehouse>());
var gateway = new PaymentGateway(factory.CreateLogger<PaymentGateway>());
var orders = new OrderService(
    factory.CreateLogger<OrderService>(),
    new OrderValidator(factory.CreateLogger<OrderValidator>()),
    new PriceList(factory.CreateLogger<PriceList>()),
    warehouse,
    new PaymentRetries(gateway, factory.CreateLogger<PaymentRetries>()));
var shipping = new ShippingDesk(new LabelPrinter(factory.CreateLogger<LabelPrinter>()), factory.CreateLogger<ShippingDesk>());
var report = new DailyReport(factory.CreateLogger<DailyReport>());

directory.Load([new Customer(1, "Ada", "London"), new Customer(2, "Konrad", "Berlin"), new Customer(2, "Twice", "Nowhere")]);
warehouse.Fill([("bolt", 100), ("nut", 3), ("washer", 0)]);

int[] customers = [1, 2, 9, 1];
foreach (var (number, item, count) in new[] { (1, "bolt", 10), (2, "nut", 5), (3, "washer", 1), (4, "bolt", -2), (5, "bolt", 60), (6, "screw", 1) })
{
    if (directory.Find(customers[number % customers.Length]) is not { } customer)
    {
        Log.OrderDropped(logger, number, customers[number % customers.Length]);
        continue;
    }

    if (orders.Place(new Order(number, customer.Id, item, count)))
        report.Add(shipping.Ship(number, customer.City, count));
}

Log.ClosingDayCustomers(logger, customers.Length);
report.Close(new DateOnly(2026, 3, 31));
Log.OrderServiceStopped(logger);
