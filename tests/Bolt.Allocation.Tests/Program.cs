using System.Globalization;
using Bolt.Allocation.Tests;

const int FirstCalls = 20;
const int WarmUpCalls = 3000;
const int CallsPerRound = 10_000;
const int MostRounds = 20;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Setup[] setups = Setup.CreateAll();

// Before the JIT has optimised anything: shown, not judged, since what only unoptimised code allocates ends with it.
var first = new Dictionary<(Shape, Setup), double>();
foreach (Shape shape in Shape.All)
{
    foreach (Setup setup in SetupsOf(shape))
    {
        shape.Call(setup.Logger);
        shape.Call(setup.Logger);
        first[(shape, setup)] = Measurement.Of(shape, setup, FirstCalls).Thread;
    }
}

// Methods are optimised in the background, a while after they were called often.
for (int pass = 0; pass < 3; pass++)
{
    foreach (Shape shape in Shape.All)
    {
        foreach (Setup setup in SetupsOf(shape))
            Measurement.Of(shape, setup, WarmUpCalls);
    }

    Thread.Sleep(300);
}

Console.WriteLine($"{"shape",-48} {"delivery",-12} {"thread B/event",14} {"process B/event",15} {"unoptimised",12}");
int passed = 0;
var failures = new List<string>();
foreach (Shape shape in Shape.All)
{
    bool needsReason = false;
    foreach (Setup setup in SetupsOf(shape))
    {
        // A pool may still grow in a round, or the JIT allocate on its own account; what an event allocates, it allocates in every round.
        var least = new Measurement(double.MaxValue, double.MaxValue);
        for (int round = 0; round < MostRounds && least is not { Thread: 0, Process: 0 }; round++)
        {
            Measurement measured = Measurement.Of(shape, setup, CallsPerRound);
            least = new Measurement(Math.Min(least.Thread, measured.Thread), Math.Min(least.Process, measured.Process));
            if (shape.Reason is not null)
                break;
        }

        bool isFree = least is { Thread: 0, Process: 0 };
        string note = shape.Reason is null ? (isFree ? "" : "FAILED") : $"allowed: {shape.Reason}";
        Console.WriteLine($"{shape.Name,-48} {setup.Name,-12} {least.Thread,14:0.##} {least.Process,15:0.##} {first[(shape, setup)],12:0.##} {note}");
        needsReason |= !isFree;
        if (isFree || shape.Reason is not null)
            passed++;
        else
            failures.Add($"{shape.Name}, {setup.Name}: {least.Thread:0.####} B per event on the calling thread, {least.Process:0.####} in the process");
    }

    if (shape.Reason is not null && !needsReason)
        failures.Add($"{shape.Name}: allocates nothing, so its exception is needless");
}

foreach (Setup setup in setups)
    setup.Dispose();

foreach (string failure in failures)
    Console.WriteLine($"FAILED {failure}");

Console.WriteLine($"{passed} passed, {failures.Count} failed");
return failures.Count == 0 ? 0 : 1;

IEnumerable<Setup> SetupsOf(Shape shape) => setups.Where(setup => setup.WritesStack == shape.WithStack);
