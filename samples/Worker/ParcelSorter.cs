using Bolt;

namespace Worker;

/// <summary>Sorts a parcel every fifty milliseconds.</summary>
internal sealed partial class ParcelSorter(ILogger<ParcelSorter> logger) : BackgroundService
{
    private static readonly string[] s_towns = ["Lyon", "Kraków", "Porto", "Ghent"];

    [LogEvent(LogLevel.Information, "Sorting for {towns} towns")]
    private partial void Sorting(int towns);

    [LogEvent(LogLevel.Debug, "Parcel {parcelId} goes to {town}, {grams} g")]
    private partial void Sorted(int parcelId, string town, int grams);

    [LogEvent(LogLevel.Warning, "Parcel {parcelId} is too heavy: {grams} g")]
    private partial void TooHeavy(int parcelId, int grams);

    [LogEvent(LogLevel.Information, "Sorted {parcels} parcels")]
    private partial void Ended(int parcels);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Sorting(s_towns.Length);
        int parcels = 0;
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                int grams = 250 + (parcels * 7919 % 30_000);
                if (grams > 30_000)
                    TooHeavy(parcels, grams);
                else
                    Sorted(parcels, s_towns[parcels % s_towns.Length], grams);

                parcels++;
            }
        }
        catch (OperationCanceledException)
        {
            // The host is stopping.
        }

        Ended(parcels);
    }
}
