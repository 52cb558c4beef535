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
            Customers.Log.ParcelIsMissingFromReport(_logger);
            return;
        }

        _parcels.Add(parcel);
        Customers.Log.WeightSoFar(_logger, _parcels.Sum(added => added.Weight));
        Customers.Log.ParcelAddedToReportNumber(_logger, parcel.Label, _parcels.Count);
    }

    public void Close(DateOnly day)
    {
        var weight = _parcels.Sum(parcel => parcel.Weight);
        Customers.Log.ReportParcelsKgLost(_logger, day, _parcels.Count, weight, _lost);
        Customers.Log.HeaviestParcel(_logger, _parcels.MaxBy(parcel => parcel.Weight)?.ToString());
        Customers.Log.FirstLabel(_logger, _parcels.FirstOrDefault()?.Label ?? "none");
    }
}
