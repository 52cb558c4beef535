namespace Migration.Orders;

internal sealed record Order(int Number, int Customer, string Item, int Count);

internal enum OrderState
{
    New,
    Priced,
    Reserved,
    Paid,
}
