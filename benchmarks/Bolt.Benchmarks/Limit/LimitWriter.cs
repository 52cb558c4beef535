using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Bolt.Benchmarks.Workloads;
using static Bolt.Benchmarks.Limit.LimitText;

namespace Bolt.Benchmarks.Limit;

/// <summary>
/// The physical limit: the best straight-line code for the records of the workloads, byte for byte what Bolt writes, into a buffer
/// allocated beforehand. No logger, level, options, threads or sink: everything that is constant is in the literals.
/// </summary>
internal sealed unsafe class LimitWriter : IDisposable
{
    private const int Capacity = 64 * 1024;

    private byte* _buffer = (byte*)NativeMemory.AlignedAlloc(Capacity, 64);
    private byte* _last;
    private byte* _next;
    private long _millisecond;
    private TimePrefix _time;

    public LimitWriter() => _last = _next = _buffer;

    [InlineArray(32)]
    private struct TimePrefix
    {
        private byte _first;
    }

    /// <summary>The record written last.</summary>
    public ReadOnlySpan<byte> Last => new(_last, (int)(_next - _last));

    [MethodImpl(MethodImplOptions.NoInlining)]
    public void NoField()
    {
        byte* p = Begin(512);
        p = Literal(p, "Z\",\"level\":\"info\",\"category\":\"Bolt.Benchmarks.Orders\",\"event\":\"ServiceStarted\",\"message\":\"Service started\"}\n"u8);
        _next = p;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public void TwoFields(int userId, string ip)
    {
        byte* p = Begin(512 + (12 * ip.Length));
        p = Literal(p, "Z\",\"level\":\"info\",\"category\":\"Bolt.Benchmarks.Orders\",\"event\":\"UserLoggedIn\",\"userId\":"u8);
        TwoFieldsAndMessage(p, userId, ip);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public void BoundContext(int userId, string ip)
    {
        byte* p = Begin(512 + (12 * ip.Length));
        p = Literal(
            p,
            "Z\",\"level\":\"info\",\"category\":\"Bolt.Benchmarks.Orders\",\"event\":\"UserLoggedIn\",\"requestId\":\"0HN7GLLDB3QRU:00000001\",\"tenant\":\"acme-industries\",\"node\":7,\"userId\":"u8);
        TwoFieldsAndMessage(p, userId, ip);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void TwoFieldsAndMessage(byte* p, int userId, string ip)
    {
        var user = new Digits(userId);
        var address = new ShortText(ip);
        p = user.Write(p);
        p = Literal(p, ",\"ip\":\""u8);
        byte* addressAt = p;
        byte* addressEnd = p = address.IsOther ? Content(p, ip) : address.Write(p);
        p = Literal(p, "\",\"message\":\"User "u8);
        p = user.Write(p);
        p = Literal(p, " logged in from "u8);
        p = address.IsOther ? Copy(p, addressAt, addressEnd) : address.Write(p);
        End(p);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public void TenFields(
        long orderId,
        string customer,
        int items,
        double total,
        bool express,
        Guid batch,
        DateTimeOffset placed,
        TimeSpan took,
        OrderState state,
        string note)
    {
        byte* p = Begin(1024 + (12 * (customer.Length + note.Length)));
        var order = new Digits(orderId);
        var customerText = new ShortText(customer);
        p = Literal(p, "Z\",\"level\":\"info\",\"category\":\"Bolt.Benchmarks.Orders\",\"event\":\"OrderPlaced\",\"orderId\":"u8);
        p = order.Write(p);
        p = Literal(p, ",\"customer\":\""u8);
        byte* customerAt = p;
        byte* customerEnd = p = customerText.IsOther ? Content(p, customer) : customerText.Write(p);
        p = Literal(p, "\",\"items\":"u8);
        var itemsText = new Digits(items);
        p = itemsText.Write(p);
        p = Literal(p, ",\"total\":"u8);
        var totalText = new Decimals(total);
        p = totalText.Write(p);
        p = Literal(p, ",\"express\":"u8);
        p = Flag(p, express);
        p = Literal(p, ",\"batch\":\""u8);
        var batchText = new GuidText(in batch);
        p = batchText.Write(p);
        p = Literal(p, "\",\"placed\":\""u8);
        var placedText = new InstantText(placed);
        p = placedText.Write(p);
        p = Literal(p, "\",\"took\":"u8);
        var tookText = new Digits(took.Ticks * 100);
        p = tookText.Write(p);
        p = Literal(p, ",\"state\":\""u8);
        p = State(p, state);
        p = Literal(p, "\",\"note\":\""u8);
        byte* noteAt = p;
        byte* noteEnd = p = Content(p, note);

        p = Literal(p, "\",\"message\":\"Order "u8);
        p = order.Write(p);
        p = Literal(p, " of "u8);
        p = customerText.IsOther ? Copy(p, customerAt, customerEnd) : customerText.Write(p);
        p = Literal(p, ": "u8);
        p = itemsText.Write(p);
        p = Literal(p, " items for "u8);
        p = totalText.Write(p);
        p = Literal(p, ", express "u8);
        p = Flag(p, express);
        p = Literal(p, ", batch "u8);
        p = batchText.Write(p);
        p = Literal(p, ", placed "u8);
        p = placedText.Write(p);
        p = Literal(p, ", took "u8);
        p = tookText.Write(p);
        p = Literal(p, ", state "u8);
        p = State(p, state);
        p = Literal(p, ", note "u8);
        p = Copy(p, noteAt, noteEnd);
        End(p);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Exception(long orderId, Exception exception)
    {
        string message = exception.Message;
        string type = exception.GetType().FullName!;
        string text = exception.ToString();
        byte* p = Begin(1024 + (6 * (message.Length + type.Length + text.Length)));
        var order = new Digits(orderId);
        p = Literal(p, "Z\",\"level\":\"error\",\"category\":\"Bolt.Benchmarks.Orders\",\"event\":\"OrderFailed\",\"orderId\":"u8);
        p = order.Write(p);
        p = Literal(p, ",\"error\":\""u8);
        p = Content(p, message);
        p = Literal(p, "\",\"error_type\":\""u8);
        p = Content(p, type);
        p = Literal(p, "\",\"error_stack\":\""u8);
        p = Content(p, text);
        p = Literal(p, "\",\"message\":\"Order "u8);
        p = order.Write(p);
        p = Literal(p, " failed\"}\n"u8);
        _next = p;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public void LongText(string payload)
    {
        byte* p = Begin(512 + (6 * payload.Length));
        p = Literal(p, "Z\",\"level\":\"info\",\"category\":\"Bolt.Benchmarks.Orders\",\"event\":\"PayloadReceived\",\"payload\":\""u8);
        p = LimitLongText.Content(p, payload);
        p = Literal(p, "\",\"message\":\"Payload received\"}\n"u8);
        _next = p;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Nested(List<int> quantities, Shipment shipment)
    {
        Destination destination = shipment.Destination;
        byte* p = Begin(1024 + (12 * quantities.Count) + (6 * (shipment.Carrier.Length + destination.City.Length + destination.Country.Length)));
        p = Literal(p, "Z\",\"level\":\"info\",\"category\":\"Bolt.Benchmarks.Orders\",\"event\":\"ShipmentPacked\",\"quantities\":["u8);
        foreach (int quantity in CollectionsMarshal.AsSpan(quantities))
        {
            p = new Digits(quantity).Write(p);
            *p++ = (byte)',';
        }

        // Over the last comma; behind the bracket of an empty list.
        p -= quantities.Count > 0 ? 1 : 0;
        p = Literal(p, "],\"shipment\":{\"Id\":"u8);
        p = new Digits(shipment.Id).Write(p);
        p = Literal(p, ",\"Carrier\":\""u8);
        p = Short(p, shipment.Carrier);
        p = Literal(p, "\",\"Weight\":"u8);
        p = new Decimals(shipment.Weight).Write(p);
        p = Literal(p, ",\"Insured\":"u8);
        p = Flag(p, shipment.Insured);
        p = Literal(p, ",\"Destination\":{\"City\":\""u8);
        p = Short(p, destination.City);
        p = Literal(p, "\",\"Country\":\""u8);
        p = Short(p, destination.Country);
        p = Literal(p, "\",\"Zone\":"u8);
        p = new Digits(destination.Zone).Write(p);
        p = Literal(p, "}},\"message\":\"Shipment packed\"}\n"u8);
        _next = p;
    }

    public void Dispose()
    {
        NativeMemory.AlignedFree(_buffer);
        _buffer = _last = _next = null;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static byte* Short(byte* p, string value)
    {
        var text = new ShortText(value);
        return text.IsOther ? Content(p, value) : text.Write(p);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static byte* Flag(byte* p, bool value) => value ? Literal(p, "true"u8) : Literal(p, "false"u8);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static byte* State(byte* p, OrderState state) => state switch
    {
        OrderState.Pending => Literal(p, "Pending"u8),
        OrderState.Paid => Literal(p, "Paid"u8),
        OrderState.Shipped => Literal(p, "Shipped"u8),
        OrderState.Returned => Literal(p, "Returned"u8),
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>Room, and the record up to the last digit of the time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private byte* Begin(int size)
    {
        byte* p = _next;
        if (p + size > _buffer + Capacity)
            p = Wrap(size);

        _last = p;
        // The text up to the millisecond is kept: 32 bytes, one copy, and four digits are left to be made from the clock's reading.
        ulong rest = (ulong)(DateTime.UtcNow.Ticks - _millisecond);
        if (rest >= TimeSpan.TicksPerMillisecond)
            rest = NewMillisecond(rest);

        Unsafe.CopyBlockUnaligned(ref *p, ref Unsafe.As<TimePrefix, byte>(ref _time), 32);
        *(uint*)(p + 32) = FourDigits((uint)rest) | 0x3030_3030;
        return p + 36;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private byte* Wrap(int size) => size <= Capacity
        ? _buffer
        : throw new InvalidOperationException($"The limit's buffer of {Capacity} bytes is too small for a record of up to {size} bytes.");

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong NewMillisecond(ulong sinceMillisecond)
    {
        long ticks = _millisecond + (long)sinceMillisecond;
        ulong rest = (ulong)ticks % TimeSpan.TicksPerMillisecond;
        _millisecond = ticks - (long)rest;
        Span<byte> time = _time;
        "{\"time\":\""u8.CopyTo(time);
        new DateTime(_millisecond).TryFormat(time[9..], out _, "yyyy-MM-ddTHH:mm:ss.fff", CultureInfo.InvariantCulture);
        return rest;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void End(byte* p)
    {
        *(uint*)p = 0x000A7D22; // "}\n
        _next = p + 3;
    }
}
