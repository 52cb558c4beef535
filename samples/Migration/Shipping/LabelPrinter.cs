using Microsoft.Extensions.Logging;

namespace Migration.Shipping;

internal sealed class LabelPrinter(ILogger<LabelPrinter>? logger)
{
    private int _paper = 2;

    public string Print(int order, string city)
    {
        logger?.LogTrace("Printing label for order {Order}", order);
        if (_paper == 0)
        {
            logger?.LogError("Printer is out of paper");
            throw new InvalidOperationException("out of paper");
        }

        _paper--;
        logger?.LogTrace("Paper left: {Paper}", _paper);
        var label = $"{city.ToUpperInvariant()}-{order:D6}";
        logger?.LogInformation("Printed label {Label}", label);
        if (_paper < 2)
            logger?.LogWarning("Printer has {Paper} sheets left", _paper);

        return label;
    }
}
