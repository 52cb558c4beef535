using Bolt.Benchmarks.Workloads;
using Microsoft.Extensions.Logging;

namespace Bolt.Benchmarks.CodeSize.Methods;

/// <summary>Ten fields, for the first time.</summary>
internal static partial class BoltTenFirst
{
    [LogEvent(
        LogLevel.Information,
        "Order placed: orderId {orderId}, customer {customer}, items {items}, total {total}, express {express}, batch {batch}, placed {placed}, took {took}, state {state}, note {note}")]
    public static partial void OrderPlaced(
        ILogger logger,
        long orderId,
        string customer,
        int items,
        double total,
        bool express,
        Guid batch,
        DateTimeOffset placed,
        TimeSpan took,
        OrderState state,
        string note);
}

/// <summary>Ten fields of the types of the first method.</summary>
internal static partial class BoltTenSame
{
    [LogEvent(
        LogLevel.Information,
        "Order paid: orderId {orderId}, customer {customer}, items {items}, total {total}, express {express}, batch {batch}, placed {placed}, took {took}, state {state}, note {note}")]
    public static partial void OrderPaid(
        ILogger logger,
        long orderId,
        string customer,
        int items,
        double total,
        bool express,
        Guid batch,
        DateTimeOffset placed,
        TimeSpan took,
        OrderState state,
        string note);

    [LogEvent(
        LogLevel.Information,
        "Order shipped: orderId {orderId}, customer {customer}, items {items}, total {total}, express {express}, batch {batch}, placed {placed}, took {took}, state {state}, note {note}")]
    public static partial void OrderShipped(
        ILogger logger,
        long orderId,
        string customer,
        int items,
        double total,
        bool express,
        Guid batch,
        DateTimeOffset placed,
        TimeSpan took,
        OrderState state,
        string note);

    [LogEvent(
        LogLevel.Information,
        "Order returned: orderId {orderId}, customer {customer}, items {items}, total {total}, express {express}, batch {batch}, placed {placed}, took {took}, state {state}, note {note}")]
    public static partial void OrderReturned(
        ILogger logger,
        long orderId,
        string customer,
        int items,
        double total,
        bool express,
        Guid batch,
        DateTimeOffset placed,
        TimeSpan took,
        OrderState state,
        string note);
}

/// <summary>Ten fields whose types are in no place those of a method before.</summary>
internal static partial class BoltTenOther
{
    [LogEvent(
        LogLevel.Information,
        "Batch begun: value0 {value0}, value1 {value1}, value2 {value2}, value3 {value3}, value4 {value4}, value5 {value5}, value6 {value6}, value7 {value7}, value8 {value8}, value9 {value9}")]
    public static partial void BatchBegun(
        ILogger logger,
        Guid value0,
        int value1,
        long value2,
        TimeSpan value3,
        string value4,
        double value5,
        bool value6,
        DateTimeOffset value7,
        int value8,
        OrderState value9);

    [LogEvent(
        LogLevel.Information,
        "Batch checked: value0 {value0}, value1 {value1}, value2 {value2}, value3 {value3}, value4 {value4}, value5 {value5}, value6 {value6}, value7 {value7}, value8 {value8}, value9 {value9}")]
    public static partial void BatchChecked(
        ILogger logger,
        int value0,
        long value1,
        TimeSpan value2,
        string value3,
        double value4,
        bool value5,
        DateTimeOffset value6,
        int value7,
        OrderState value8,
        Guid value9);

    [LogEvent(
        LogLevel.Information,
        "Batch ended: value0 {value0}, value1 {value1}, value2 {value2}, value3 {value3}, value4 {value4}, value5 {value5}, value6 {value6}, value7 {value7}, value8 {value8}, value9 {value9}")]
    public static partial void BatchEnded(
        ILogger logger,
        long value0,
        TimeSpan value1,
        string value2,
        double value3,
        bool value4,
        DateTimeOffset value5,
        int value6,
        OrderState value7,
        Guid value8,
        int value9);
}
