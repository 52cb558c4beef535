using Bolt;

namespace Contracts
{
    // snippet: zero-alloc
    [ZeroAlloc]
    public sealed class PriceBook(Dictionary<int, decimal> prices)
    {
        public decimal Total(ReadOnlySpan<int> ids)
        {
            var total = 0m;
            foreach (var id in ids)
                total += prices[id];
            return total;
        }

        [AllowAllocation("for the report at night")]
        public int[] Ids() => [.. prices.Keys];
    }
    // end snippet
}
