using Bolt;

namespace Gate;

/// <summary>Code that must not allocate, and five ways to find out that it does.</summary>
[ZeroAlloc]
public static class Prices
{
    /// <summary>The sum of the prices.</summary>
    public static decimal Total(ReadOnlySpan<decimal> prices)
    {
        var total = 0m;
        foreach (var price in prices)
            total += price;
        return total;
    }

    /// <summary>The table of discounts, made once.</summary>
    [AllowAllocation("made once, when the program starts")]
    public static decimal[] Discounts(int count) => new decimal[count];

#if SHOW1
    // 1: the analyzer reports it in the editor, and the gate makes that an error.
    public static object Key(int id) => new object();
#endif

#if SHOW2
    // 2: a pragma silences the analyzer, but not the instruction.
#pragma warning disable BOLT1001
    public static object Key(int id) => new object();
#pragma warning restore BOLT1001
#endif
}
