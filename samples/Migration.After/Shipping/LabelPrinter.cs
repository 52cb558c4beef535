using Microsoft.Extensions.Logging;

namespace Migration.Shipping;

internal sealed class LabelPrinter(ILogger<LabelPrinter>? logger)
{
    private int _paper = 2;

    public string Print(int order, string city)
    {
        Customers.Log.PrintingLabelForOrder(logger, order);
        if (_paper == 0)
        {
            Customers.Log.PrinterIsOutOfPaper(logger);
            throw new InvalidOperationException("out of paper");
        }

        _paper--;
        Customers.Log.PaperLeft(logger, _paper);
        var label = $"{city.ToUpperInvariant()}-{order:D6}";
        Customers.Log.PrintedLabel(logger, label);
        if (_paper < 2)
            Customers.Log.PrinterHasSheetsLeft(logger, _paper);

        return label;
    }
}
