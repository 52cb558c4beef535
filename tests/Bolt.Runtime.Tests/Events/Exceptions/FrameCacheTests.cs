using System.Diagnostics;
using System.Reflection;

namespace Bolt.Runtime.Tests;

public sealed class FrameCacheTests
{
    private readonly SteppedTime _time = new();

    [Fact]
    public void A_line_is_found_by_everything_that_it_depends_on()
    {
        var cache = new FrameCache(100, 100_000, _time);
        Assert.True(cache.Add(Key(1, 2, isLast: false), [1], 1));
        Assert.Equal(1, cache.Find(Key(1, 2, isLast: false))!.Content![0]);
        Assert.Null(cache.Find(Key(2, 2, isLast: false)));
        Assert.Null(cache.Find(Key(1, 3, isLast: false)));
        Assert.Null(cache.Find(Key(1, 2, isLast: true)));
        Assert.Null(cache.Find(Key(1, 2, isLast: false, nameof(A_line_that_is_there_is_not_added_again))));
    }

    [Fact]
    public void A_line_that_is_there_is_not_added_again()
    {
        var cache = new FrameCache(100, 100_000, _time);
        Assert.True(cache.Add(Key(1), [1], 1));
        Assert.True(cache.Add(Key(1), [2], 1));
        Assert.Equal(1, cache.Count);
        Assert.Equal(1, cache.Find(Key(1))!.Content![0]);
    }

    [Theory]
    [InlineData(10, 100_000, 10)]
    [InlineData(1_000, 5 * (FrameCache.EntryOverhead + 8), 5)]
    public void It_is_bounded_and_starts_again_not_before_a_minute(int maxEntries, int maxBytes, int most)
    {
        var cache = new FrameCache(maxEntries, maxBytes, _time);
        for (int i = 0; i < most; i++)
            Assert.True(cache.Add(Key(i), new byte[8], 8));

        Assert.True(cache.HasRoom);
        Assert.False(cache.Add(Key(most), new byte[8], 8));
        Assert.False(cache.HasRoom);
        Assert.Equal(most, cache.Count);
        Assert.InRange(cache.Bytes, 1, maxBytes);
        Assert.NotNull(cache.Find(Key(0)));

        _time.Now += TimeSpan.FromMinutes(1);
        Assert.True(cache.HasRoom);
        Assert.True(cache.Add(Key(most), new byte[8], 8));
        Assert.Equal(1, cache.Count);
        Assert.Null(cache.Find(Key(0)));
        Assert.NotNull(cache.Find(Key(most)));
    }

    [Fact]
    public void A_line_that_is_too_long_on_its_own_does_not_empty_it()
    {
        var cache = new FrameCache(100, 1_000, _time);
        Assert.True(cache.Add(Key(1), new byte[8], 8));
        _time.Now += TimeSpan.FromMinutes(1);
        Assert.False(cache.Add(Key(2), new byte[1_000], 1_000));
        Assert.NotNull(cache.Find(Key(1)));
    }

    [Fact]
    public void Readers_find_the_right_line_or_none_while_it_is_filled_and_emptied()
    {
        _time.Step = TimeSpan.FromMinutes(1);
        var cache = new FrameCache(64, 100_000, _time);
        FrameKey[] keys = [.. Enumerable.Range(0, 500).Select(static i => Key(i))];
        int wrong = 0;
        int found = 0;
        var threads = new Thread[4];
        for (int t = 0; t < threads.Length; t++)
        {
            int seed = t;
            threads[t] = new Thread(() =>
            {
                var random = new Random(seed);
                for (int i = 0; i < 50_000; i++)
                {
                    int n = random.Next(keys.Length);
                    if (cache.Find(keys[n]) is not { } line)
                    {
                        cache.Add(keys[n], BitConverter.GetBytes(n), 4);
                        continue;
                    }

                    Interlocked.Increment(ref found);
                    if (BitConverter.ToInt32(line.Content!) != n)
                        Interlocked.Increment(ref wrong);
                }
            });
            threads[t].Start();
        }

        foreach (Thread thread in threads)
            thread.Join();

        Assert.Equal(0, wrong);
        Assert.InRange(found, 1, int.MaxValue);
        Assert.InRange(cache.Count, 1, 64);
    }

    private static FrameKey Key(int offset, int nativeOffset = 0, bool isLast = false, string method = nameof(A_line_is_found_by_everything_that_it_depends_on))
    {
        Assert.True(FrameKey.TryCreate(new Frame(typeof(FrameCacheTests).GetMethod(method)!, offset, nativeOffset), isLast, out FrameKey key));
        return key;
    }

    private sealed class Frame(MethodBase method, int offset, int nativeOffset) : StackFrame
    {
        public override MethodBase GetMethod() => method;

        public override int GetILOffset() => offset;

        public override int GetNativeOffset() => nativeOffset;
    }

    private sealed class SteppedTime : TimeProvider
    {
        private long _reads;

        internal TimeSpan Now { get; set; }

        internal TimeSpan Step { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => (Now + (Interlocked.Increment(ref _reads) * Step)).Ticks;
    }
}
