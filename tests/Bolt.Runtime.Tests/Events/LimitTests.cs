using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Bolt.Runtime.Tests;

public sealed class LimitTests
{
    [Fact]
    public void A_value_of_64_KiB_is_whole_and_one_byte_more_is_cut_marked_and_counted()
    {
        using var recorder = new Recorder();
        recorder.Logger.Log(LogLevel.Information, default, Fields(("v", new string('a', 65_536))), null, static (_, _) => "m");
        recorder.Logger.Log(LogLevel.Information, default, Fields(("v", new string('a', 65_537))), null, static (_, _) => "m");
        Assert.Equal($$"""{"level":"info","v":"{{new string('a', 65_536)}}","message":"m"}""", recorder.Lines[0]);
        Assert.Equal($$"""{"level":"info","v":"{{new string('a', 65_536)}}","truncated":true,"message":"m"}""", recorder.Lines[1]);
        Assert.Equal(LogErrorReason.Value, Assert.Single(recorder.Errors).Reason);
        Assert.Equal(1, recorder.Factory.Pipeline.Errors.Count(LogErrorReason.Value));
    }

    [Theory]
    [InlineData("a", 65_536)]
    [InlineData("é", 32_768)]
    [InlineData("日", 21_845)]
    [InlineData("😀", 16_384)]
    [InlineData("\"", 65_536)]
    [InlineData("\u0001", 65_536)]
    public void A_message_is_cut_at_a_character(string unit, int most)
    {
        using var recorder = new Recorder();
        string text = string.Concat(Enumerable.Repeat(unit, 70_000));
        recorder.Logger.Log(LogLevel.Information, default, 0, null, (_, _) => text);
        JsonElement record = JsonDocument.Parse(recorder.Line).RootElement;
        Assert.True(record.GetProperty("truncated").GetBoolean());
        string message = record.GetProperty("message").GetString()!;
        Assert.StartsWith(message, text, StringComparison.Ordinal);
        Assert.InRange(message.Length, 1, most * unit.Length);
        Assert.True(recorder.Errors.Length >= 1);
    }

    [Fact]
    public void A_record_over_1_MiB_keeps_its_message_and_tail_and_loses_no_validity()
    {
        using var recorder = new Recorder(include: RecordParts.Default);
        string large = new('x', 65_000);
        var fields = new List<KeyValuePair<string, object?>>();
        for (int i = 0; i < 30; i++)
            fields.Add(new($"f{i}", large));

        fields.Add(new("last", 42));
        recorder.Logger.Log(LogLevel.Error, default, fields, new InvalidOperationException("why"), static (_, _) => "the message");
        string line = recorder.Line;
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(line) + 1, (1 << 20) - 70_000, 1 << 20);
        JsonElement record = JsonDocument.Parse(line).RootElement;
        Assert.Equal("the message", record.GetProperty("message").GetString());
        Assert.Equal("why", record.GetProperty("error").GetString());
        Assert.True(record.GetProperty("truncated").GetBoolean());
        Assert.Equal(large, record.GetProperty("f0").GetString());
        Assert.EndsWith("\"truncated\":true,\"message\":\"the message\"}", line, StringComparison.Ordinal);
        Assert.Equal(LogErrorReason.Record, Assert.Single(recorder.Errors).Reason);
    }

    [Fact]
    public void Records_of_every_size_around_the_segments_come_through_whole()
    {
        using var recorder = new Recorder(options => options.EventPoolSize = 64);
        int[] sizes = [0, 1, 500, 4_000, 4_096, 4_200, 8_000, 30_000, 64_000, 65_000, 65_536];
        var random = new Random(3);
        var expected = new List<int>();
        for (int i = 0; i < 500; i++)
        {
            int size = sizes[random.Next(sizes.Length)] - (i % 3);
            size = Math.Max(0, size);
            expected.Add(size);
            recorder.Logger.Log(LogLevel.Information, default, Fields(("v", new string('y', size))), null, static (_, _) => "m");
        }

        string[] lines = recorder.Lines;
        Assert.Equal(500, lines.Length);
        for (int i = 0; i < lines.Length; i++)
            Assert.Equal(expected[i], JsonDocument.Parse(lines[i]).RootElement.GetProperty("v").GetString()!.Length);
    }

    private static List<KeyValuePair<string, object?>> Fields(params (string Name, object? Value)[] fields) =>
        [.. fields.Select(static field => new KeyValuePair<string, object?>(field.Name, field.Value))];
}
