using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Bolt.Benchmarks.Startup;

/// <summary>Tells the parent process how it went, once nothing is measured any more.</summary>
internal static class Outcome
{
    /// <summary>Two numbers, the assemblies that are loaded, and the record: a line each.</summary>
    public static void Print(long start, FirstByteStream output, long flushed)
    {
        string text = string.Create(
            CultureInfo.InvariantCulture,
            $"""
            {Microseconds(start, output.FirstByte)} {Microseconds(start, flushed)}
            {string.Join(' ', AppDomain.CurrentDomain.GetAssemblies().Select(static assembly => assembly.GetName().Name))}
            {Encoding.UTF8.GetString(output.Written).TrimEnd('\n')}

            """);

        // Not the Console's writer: a logger may have replaced it.
        using Stream standard = Console.OpenStandardOutput();
        standard.Write(Encoding.UTF8.GetBytes(text));
    }

    private static double Microseconds(long start, long end) => end == 0 ? -1 : Stopwatch.GetElapsedTime(start, end).TotalMicroseconds;
}
