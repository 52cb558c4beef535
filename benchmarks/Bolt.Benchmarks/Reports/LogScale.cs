namespace Bolt.Benchmarks.Reports;

/// <summary>Places on an axis on which every step of the same length is the same ratio, from one power of ten to another.</summary>
internal sealed class LogScale
{
    private readonly int _first;
    private readonly int _last;
    private readonly double _from;
    private readonly double _to;

    /// <param name="values">What must have a place; all greater than zero.</param>
    /// <param name="from">The place of the least power of ten.</param>
    /// <param name="to">The place of the greatest.</param>
    public LogScale(IReadOnlyCollection<double> values, double from, double to)
    {
        _first = (int)Math.Floor(Math.Log10(values.Min()));
        _last = Math.Max(_first + 1, (int)Math.Ceiling(Math.Log10(values.Max())));
        _from = from;
        _to = to;
    }

    public IEnumerable<double> Powers => Enumerable.Range(_first, _last - _first + 1).Select(static power => Math.Pow(10, power));

    public double PlaceOf(double value) => _from + ((_to - _from) * (Math.Log10(value) - _first) / (_last - _first));
}
