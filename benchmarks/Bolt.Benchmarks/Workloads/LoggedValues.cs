using System.Runtime.CompilerServices;

namespace Bolt.Benchmarks.Workloads;

/// <summary>The values that every candidate logs.</summary>
internal static class LoggedValues
{
    internal const string Category = "Bolt.Benchmarks.Orders";

    internal const string RequestId = "0HN7GLLDB3QRU:00000001";
    internal const string Tenant = "acme-industries";
    internal const int Node = 7;

    // Not readonly, so that the compiler cannot fold them into the code under test.
    internal static string Address = "192.168.100.200";
    internal static string Customer = "Wilhelmina Dorn";
    internal static string Note = "say \"hello\"\nC:\\temp\\x y";
    internal static Guid Batch = new("6f9619ff-8b86-d011-b42d-00cf4fc964ff");
    internal static DateTimeOffset Placed = new DateTimeOffset(2026, 11, 23, 9, 41, 7, TimeSpan.Zero).AddTicks(1234567);
    internal static TimeSpan Took = TimeSpan.FromTicks(12_345_678);
    internal static OrderState State = OrderState.Shipped;
    internal static Exception Error = Thrown();

    private static readonly double[] s_totals =
    [
        1234.56, 89.95, 100.25, 4711.08, 15.75, 999.99, 2500.5, 63.42, 1875.31, 320.64, 48.05, 7120.19, 512.87, 230.46, 1650.72, 77.13,
    ];

    private static readonly string[] s_ascii = PayloadText.Ascii();
    private static readonly string[] s_mixed = PayloadText.Mixed();

    private static readonly List<int>[] s_quantities =
    [
        .. Enumerable.Range(0, 16).Select(static i => Enumerable.Range(0, 16).Select(j => (int)(((i * 16) + j) * 2_654_435_761L % 1_000_000) >> (j % 5 * 4)).ToList()),
    ];

    private static readonly Shipment[] s_shipments =
    [
        .. Enumerable.Range(0, 16).Select(static i => new Shipment(
            8_800_450_017_000 + i, "Nordwind Cargo", 12.5 + (i * 0.75), (i & 4) == 0, new Destination("Castrop-Rauxel", "Deutschland", i & 7))),
    ];

    /// <summary>Six digits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int UserId(int i) => 100_000 + (i & 0xFFFF);

    /// <summary>Thirteen digits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static long OrderId(int i) => 9_876_543_200_000 + (i & 0xFFFF);

    /// <summary>Two digits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int Items(int i) => 10 + (i & 63);

    /// <summary>A price.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static double Total(int i) => s_totals[i & 15];

    /// <summary>4 KiB of plain ASCII.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static string Ascii(int i) => s_ascii[i & 15];

    /// <summary>4 KiB of everything.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static string Mixed(int i) => s_mixed[i & 15];

    /// <summary>Sixteen integers of one to six digits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static List<int> Quantities(int i) => s_quantities[i & 15];

    /// <summary>An object.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Shipment Shipment(int i) => s_shipments[i & 15];

    private static InvalidOperationException Thrown()
    {
        try
        {
            First();
        }
        catch (InvalidOperationException exception)
        {
            return exception;
        }

        throw new InvalidOperationException("The exception of the workload was not thrown.");
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void First() => Second();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Second() => Third();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Third() => Fourth();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Fourth() => Fifth();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Fifth() => throw new InvalidOperationException("The payment service did not answer.");
}
