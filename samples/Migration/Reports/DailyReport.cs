using Microsoft.Extensions.Logging;
using Migration.Shipping;

namespace Migration.Reports;

internal sealed class DailyReport
{
    private readonly ILogger<DailyReport> _logger;
    private readonly List<Parcel> _parcels = [];
    private int _lost;

    public DailyReport(ILogger<DailyReport> logger) => _logger = logger;

    public void Add(Parcel? parcel)
    {
        if (parcel is null)
        {
            _lost++;
            _logger.LogWarning("A parcel is missing from the report");
            return;
        }

        _parcels.Add(parcel);
        _logger.LogTrace("Weight so far: {Weight:F3}", _parcels.Sum(added => added.Weight));
        _logger.LogTrace("Parcel {Label} added to the report, number {Number}", parcel.Label, _parcels.Count);
    }

    public void Close(DateOnly day)
    {
        var weight = _parcels.Sum(parcel => parcel.Weight);
        _logger.LogInformation("Report of {Day}: {Parcels} parcels, {Weight:F3} kg, {Lost} lost", day, _parcels.Count, weight, _lost);
        _logger.LogDebug("Heaviest parcel: {Parcel}", _parcels.MaxBy(parcel => parcel.Weight));
        _logger.LogDebug("First label: {Label}", _parcels.FirstOrDefault()?.Label ?? "none");
    }
}
