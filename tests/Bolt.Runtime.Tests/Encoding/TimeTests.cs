using System.Globalization;
using System.Numerics;

namespace Bolt.Runtime.Tests;

public sealed class TimeTests
{
    private static readonly CultureInfo s_invariant = CultureInfo.InvariantCulture;

    [Fact]
    public void Random_times_are_written_in_UTC_without_trailing_zeros()
    {
        var random = new Random(1);
        for (int i = 0; i < 20_000; i++)
        {
            long ticks = random.NextInt64(DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks);
            long unit = (long)Math.Pow(10, random.Next(0, 9));
            var instant = new DateTime(ticks / unit * unit, DateTimeKind.Utc);
            string expected = instant.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFZ", s_invariant);
            Assert.Equal($"\"{expected}\"", Guarded.Text(Utf8Json.DateTimeWidth, (ref byte p) => ref Utf8Json.Value(ref p, instant)));

            var offset = TimeSpan.FromMinutes(random.Next(-840, 841));
            if (instant.Year is > 2 and < 9998)
            {
                var there = new DateTimeOffset(instant).ToOffset(offset);
                Assert.Equal($"\"{expected}\"", Guarded.Text(Utf8Json.DateTimeWidth, (ref byte p) => ref Utf8Json.Value(ref p, there)));
            }

            var date = DateOnly.FromDateTime(instant);
            Assert.Equal($"\"{date:yyyy-MM-dd}\"", Guarded.Text(Utf8Json.DateOnlyWidth, (ref byte p) => ref Utf8Json.Value(ref p, date)));
            var time = TimeOnly.FromDateTime(instant);
            Assert.Equal(
                $"\"{time.ToString("HH:mm:ss.FFFFFFF", s_invariant)}\"",
                Guarded.Text(Utf8Json.TimeOnlyWidth, (ref byte p) => ref Utf8Json.Value(ref p, time)));
        }
    }

    [Fact]
    public void Random_durations_are_written_as_nanoseconds()
    {
        var random = new Random(2);
        for (int i = 0; i < 20_000; i++)
        {
            long ticks = (random.NextInt64() ^ (random.NextInt64() << 1)) >> random.Next(64);
            Assert.Equal(
                ((BigInteger)ticks * 100).ToString(s_invariant),
                Guarded.Text(Utf8Json.TimeSpanWidth, (ref byte p) => ref Utf8Json.Value(ref p, new TimeSpan(ticks))));
        }
    }
}
