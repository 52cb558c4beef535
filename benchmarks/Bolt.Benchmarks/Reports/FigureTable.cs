using System.Globalization;
using Bolt.Benchmarks.Comparison;

namespace Bolt.Benchmarks.Reports;

/// <summary>Figures that stand for themselves, printed as they are measured, and the bounds that some of them have.</summary>
internal sealed class FigureTable
{
    private readonly List<FigureRow> _rows = [];
    private readonly List<Bound> _bounds = [];

    public FigureTable()
    {
        Console.WriteLine("| what | median | least | most |");
        Console.WriteLine("|---|---|---|---|");
    }

    public IReadOnlyList<FigureRow> Rows => _rows;

    public IReadOnlyList<Bound> Bounds => _bounds;

    /// <summary>Adds a figure that is the same in every round.</summary>
    public void Add(string what, double value, double? most = null) => Add(what, new Spread(value, value, value), most);

    /// <param name="what">The figure, with its unit.</param>
    /// <param name="spread">Over the rounds.</param>
    /// <param name="most">The most that its median may be; null for no bound.</param>
    public void Add(string what, Spread spread, double? most = null)
    {
        _rows.Add(new FigureRow(what, spread));
        if (most is { } limit)
            _bounds.Add(new Bound(what, spread.Median, limit));

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {spread.Median:0.00} | {spread.Least:0.00} | {spread.Most:0.00} |"));
    }
}
