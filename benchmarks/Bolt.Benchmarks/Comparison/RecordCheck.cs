using System.Globalization;
using System.Text;
using System.Text.Json;
using Bolt.Benchmarks.Candidates;
using Bolt.Benchmarks.Limit;
using Bolt.Benchmarks.Workloads;

namespace Bolt.Benchmarks.Comparison;

/// <summary>Runs before any measurement: that the limit writes what Bolt writes, and that every candidate says the same in JSON.</summary>
internal static class RecordCheck
{
    private const int TimeStart = 9;
    private const int TimeEnd = 36;

    /// <exception cref="InvalidOperationException">A candidate does not write what it should; the message shows it.</exception>
    public static void Run()
    {
        foreach (Workload workload in Enum.GetValues<Workload>())
        {
            if (workload != Workload.Disabled)
                LimitWritesWhatBoltWrites(workload);
        }

        foreach (CandidateKind kind in Enum.GetValues<CandidateKind>())
        {
            foreach (Route route in Enum.GetValues<Route>())
            {
                if (kind == CandidateKind.Limit || !kind.Has(route))
                    continue;

                foreach (Workload workload in Enum.GetValues<Workload>())
                    SaysEverything(kind, route, workload);
            }
        }
    }

    private static void LimitWritesWhatBoltWrites(Workload workload)
    {
        // More than one event, for the values that change; every number of digits that the workload has.
        const int Count = 64;
        string[] bolt = Lines(CandidateKind.Bolt, Route.BackgroundNull, workload, Count);
        using var writer = new LimitWriter();
        using var limit = new Candidate<LimitCalls>(new LimitCalls(writer));
        for (int i = 0; i < Count; i++)
        {
            // The limit keeps its last record only: log up to this one.
            limit.Log(workload, i + 1);
            string line = Encoding.UTF8.GetString(writer.Last);
            if (Masked(line) != Masked(bolt[i] + "\n"))
            {
                throw new InvalidOperationException(
                    $"{workload}: the limit does not write what Bolt writes, so the two cannot be compared.\nlimit: {line}Bolt:  {bolt[i]}");
            }
        }
    }

    private static string Masked(string line)
    {
        string time = line[TimeStart..TimeEnd];
        if (!DateTime.TryParseExact(time, "yyyy-MM-ddTHH:mm:ss.fffffff", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime parsed)
            || Math.Abs((DateTime.UtcNow - parsed).TotalMinutes) > 10)
        {
            throw new InvalidOperationException($"Not the time of now, where a record's time should be: {line}");
        }

        return line[..TimeStart] + line[TimeEnd..];
    }

    /// <summary>One JSON object a line, that holds time, level, category, message and every field, whatever their names and places.</summary>
    private static void SaysEverything(CandidateKind kind, Route route, Workload workload)
    {
        string[] lines = Lines(kind, route, workload, 1);
        if (workload == Workload.Disabled)
        {
            if (lines.Length != 0)
                throw new InvalidOperationException($"{kind.Title()}, {route}: wrote a disabled event: {lines[0]}");

            return;
        }

        if (lines.Length != 1)
            throw new InvalidOperationException($"{kind.Title()}, {route}, {workload}: wrote {lines.Length} lines for one event: {string.Join('\n', lines)}");

        var found = new List<string>();
        using (var document = JsonDocument.Parse(lines[0]))
            Collect(document.RootElement, "", found);

        foreach (string expected in Expected(kind, workload))
        {
            if (!found.Exists(text => text.Contains(expected, StringComparison.OrdinalIgnoreCase)))
                throw new InvalidOperationException($"{kind.Title()}, {route}, {workload}: the record does not say '{expected}': {lines[0]}");
        }
    }

    private static IEnumerable<string> Expected(CandidateKind kind, Workload workload)
    {
        yield return DateTime.UtcNow.ToString("yyyy-MM-ddTHH", CultureInfo.InvariantCulture);
        yield return LoggedValues.Category;
        bool isError = workload == Workload.Exception;

        // Serilog's compact formats say a level only where it is not Information; one of them has the template for a message.
        bool hasTemplate = kind == CandidateKind.SerilogCompact;
        if (isError || kind is not (CandidateKind.SerilogCompactJson or CandidateKind.SerilogCompact))
            yield return isError ? "Error" : "Info";

        switch (workload)
        {
            case Workload.NoField:
                yield return "Service started";
                break;
            case Workload.TwoFields or Workload.BoundContext:
                yield return "userId=100000";
                yield return "ip=192.168.100.200";
                yield return hasTemplate ? "User {userId} logged in from {ip}" : "User 100000 logged in from ";
                if (workload == Workload.BoundContext)
                {
                    yield return "requestId=" + LoggedValues.RequestId;
                    yield return "tenant=" + LoggedValues.Tenant;
                    yield return "node=7";
                }

                break;
            case Workload.TenFields:
                yield return "orderId=9876543200000";
                yield return "customer=" + LoggedValues.Customer;
                yield return "items=10";
                yield return "total=1234.56";
                yield return "express=true";
                yield return "batch=" + LoggedValues.Batch;
                yield return "placed=";
                yield return "took=";
                yield return "state=";
                yield return "note=" + LoggedValues.Note;
                yield return hasTemplate ? "Order {orderId} of {customer}: " : "Order 9876543200000 of ";
                break;
            case Workload.Exception:
                yield return "orderId=9876543200000";
                yield return hasTemplate ? "Order {orderId} failed" : "Order 9876543200000 failed";
                yield return LoggedValues.Error.Message;
                yield return "System.InvalidOperationException";
                yield return "LoggedValues.Fifth()";
                yield return "LoggedValues.First()";
                break;
            case Workload.LongAscii:
                yield return "Payload received";
                yield return "payload=" + LoggedValues.Ascii(0);
                break;
            case Workload.LongMixed:
                yield return "Payload received";
                yield return "payload=" + LoggedValues.Mixed(0);
                break;
            case Workload.Nested:
                Shipment shipment = LoggedValues.Shipment(0);
                yield return "Shipment packed";
                foreach (int quantity in LoggedValues.Quantities(0))
                    yield return string.Create(CultureInfo.InvariantCulture, $"quantities={quantity}");

                yield return string.Create(CultureInfo.InvariantCulture, $"id={shipment.Id}");
                yield return "carrier=" + shipment.Carrier;
                yield return string.Create(CultureInfo.InvariantCulture, $"weight={shipment.Weight}");
                yield return "insured=true";
                yield return "city=" + shipment.Destination.City;
                yield return "country=" + shipment.Destination.Country;
                yield return "zone=0";
                break;
        }
    }

    private static void Collect(JsonElement element, string name, List<string> found)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (JsonProperty property in element.EnumerateObject())
                    Collect(property.Value, property.Name, found);

                break;
            case JsonValueKind.Array:
                foreach (JsonElement item in element.EnumerateArray())
                    Collect(item, name, found);

                break;
            // What was given to the library as JSON text.
            case JsonValueKind.String when element.GetString() is ['{' or '[', '"' or (>= '0' and <= '9'), ..] text:
                using (var document = JsonDocument.Parse(text))
                    Collect(document.RootElement, name, found);

                break;
            default:
                found.Add($"{name}={element}");
                break;
        }
    }

    private static string[] Lines(CandidateKind kind, Route route, Workload workload, int count)
    {
        using var output = new MemoryStream();
        using (Candidate candidate = kind.Create(workload, route, output))
        {
            candidate.Log(workload, count);
            candidate.Flush();
        }

        string[] lines = Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return Array.FindAll(lines, static line => !line.Contains(EndMark.Text, StringComparison.Ordinal));
    }
}
