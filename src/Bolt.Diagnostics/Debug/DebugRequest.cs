using System.Collections.Specialized;
using System.Globalization;
using Bolt.Diagnostics.Profiles;

namespace Bolt.Diagnostics.Debug;

/// <summary>What a request to the debug endpoints asks for, or why it cannot be answered.</summary>
/// <param name="StatusCode">200 where it can.</param>
/// <param name="Profile">What is asked for; null where it cannot be answered.</param>
/// <param name="Problem">Why not, with the remedy.</param>
internal readonly record struct DebugRequest(int StatusCode, ProfileRequest? Profile, string Problem)
{
    private const string Endpoints = "/debug/pprof/profile, heap, allocs, goroutine, block and, by POST, /debug/gc";

    internal static DebugRequest Parse(string method, string path, NameValueCollection query, TimeSpan longest)
    {
        (ProfileKind kind, string verb)? endpoint = path switch
        {
            "/debug/pprof/profile" => (ProfileKind.Cpu, "GET"),
            "/debug/pprof/heap" => (ProfileKind.Heap, "GET"),
            "/debug/pprof/allocs" => (ProfileKind.Allocations, "GET"),
            "/debug/pprof/goroutine" => (ProfileKind.Threads, "GET"),
            "/debug/pprof/block" => (ProfileKind.Block, "GET"),
            "/debug/gc" => (ProfileKind.Collection, "POST"),
            _ => null,
        };
        if (endpoint is not (ProfileKind kind, string verb))
            return new DebugRequest(404, null, $"There is nothing here; there are {Endpoints}.");

        if (method != verb)
            return new DebugRequest(405, null, $"{path} is for {verb}, not {method}.");

        TimeSpan? duration = null;
        ProfileFormat format = ProfileFormat.Pprof;
        foreach (string? name in query.AllKeys)
        {
            string value = query[name] ?? "";
            switch (name)
            {
                case "seconds" when ProfileRequest.DefaultDuration(kind) is not null:
                    if (!double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double seconds) || !(seconds > 0 && seconds <= longest.TotalSeconds))
                        return Bad($"seconds is '{value}': use a number above 0 and up to {longest.TotalSeconds:0.###}");

                    duration = TimeSpan.FromSeconds(seconds);
                    break;
                case "debug" when kind is ProfileKind.Heap or ProfileKind.Threads:
                    if (value is not ("0" or "1"))
                        return Bad($"debug is '{value}': use 1 for text, 0 for a profile");

                    if (value == "1")
                        kind = kind == ProfileKind.Heap ? ProfileKind.HeapText : ProfileKind.ThreadsText;

                    break;
                case "format" when kind != ProfileKind.Collection:
                    ProfileFormat? asked = value switch { "pprof" => ProfileFormat.Pprof, "nettrace" => ProfileFormat.NetTrace, "speedscope" => ProfileFormat.Speedscope, _ => null };
                    if (asked is null)
                        return Bad($"format is '{value}': use pprof, nettrace or speedscope");

                    format = asked.Value;
                    break;
                default:
                    return Bad($"'{name ?? value}' is no parameter of {path}: {Parameters(kind)}");
            }
        }

        return new DebugRequest(200, new ProfileRequest(kind, duration, format), "");
    }

    private static DebugRequest Bad(string problem) => new(400, null, problem + ".");

    private static string Parameters(ProfileKind kind) => kind switch
    {
        ProfileKind.Collection => "it has none",
        ProfileKind.Heap or ProfileKind.HeapText or ProfileKind.Threads or ProfileKind.ThreadsText => "use debug and format",
        _ => "use seconds and format",
    };
}
