using System.Text.Json;
using Bolt.Diagnostics.Profiles.Symbols;

namespace Bolt.Diagnostics.Profiles.Writing;

/// <summary>Writes a profile as https://www.speedscope.app reads it, a view for each of its values.</summary>
internal static class SpeedscopeFile
{
    /// <summary>Writes the profile; the stream stays open.</summary>
    public static void Write(StackProfile profile, Stream stream)
    {
        var frames = new Dictionary<Frame, int>(ReferenceEqualityComparer.Instance);
        foreach ((int stack, _, _) in profile.Samples)
        {
            foreach (Frame frame in profile.Frames(stack))
                frames.TryAdd(frame, frames.Count);
        }

        using var json = new Utf8JsonWriter(stream);
        json.WriteStartObject();
        json.WriteString("$schema", "https://www.speedscope.app/file-format-schema.json");
        json.WriteString("exporter", "Bolt.Diagnostics");
        json.WriteNumber("activeProfileIndex", profile.Values.TakeWhile(value => value.Type != profile.DefaultValue).Count());
        json.WriteStartObject("shared");
        json.WriteStartArray("frames");
        foreach (Frame frame in frames.Keys)
            WriteFrame(json, frame);
        json.WriteEndArray();
        json.WriteEndObject();

        json.WriteStartArray("profiles");
        for (int value = 0; value < profile.Values.Count; value++)
            WriteView(json, profile, value, frames);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteFrame(Utf8JsonWriter json, Frame frame)
    {
        json.WriteStartObject();
        json.WriteString("name", frame.Name);
        if (frame.File is not null)
        {
            json.WriteString("file", frame.File);
            json.WriteNumber("line", frame.Line);
        }

        json.WriteEndObject();
    }

    private static void WriteView(Utf8JsonWriter json, StackProfile profile, int value, Dictionary<Frame, int> frames)
    {
        (string type, string unit) = profile.Values[value];
        json.WriteStartObject();
        json.WriteString("type", "sampled");
        json.WriteString("name", type);
        json.WriteString("unit", unit is "nanoseconds" or "bytes" ? unit : "none");
        json.WriteNumber("startValue", 0);
        json.WriteNumber("endValue", profile.Samples.Sum(sample => Math.Round(sample.Values[value])));
        json.WriteStartArray("samples");
        foreach ((int stack, _, _) in profile.Samples)
        {
            json.WriteStartArray();
            foreach (Frame frame in profile.Frames(stack).Reverse())
                json.WriteNumberValue(frames[frame]);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteStartArray("weights");
        foreach ((_, _, double[] values) in profile.Samples)
            json.WriteNumberValue(Math.Round(values[value]));
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
