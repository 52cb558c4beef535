using Bolt.Analyzers.Allocation;
using Bolt.Analyzers.Tests.Testing;
using Bolt.CodeFixes.Allocation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Xunit;
using Verify = Bolt.Analyzers.Tests.Testing.Verify<Bolt.Analyzers.Allocation.AllocationAnalyzer>;

namespace Bolt.Analyzers.Tests.Allocation;

public sealed class BOLT1702Tests : RuleTests<AllocationAnalyzer>
{
    protected override string Message => "Calls 'Guid.ToByteArray', which returns a new 'byte[]'; use TryWriteBytes";

    protected override string Violation =>
        """
        class C
        {
            [ZeroAlloc]
            int Run(System.Guid id) => {|BOLT1702:id.ToByteArray()|}.Length;
        }
        """;

    [Theory]
    [InlineData("number.ToString()")]
    [InlineData("id.ToString()")]
    [InlineData("when.ToString(\"o\")")]
    [InlineData("text.ToString()")]
    [InlineData("anything.ToString()")]
    [InlineData("formattable.ToString(null, null)")]
    [InlineData("maybe.ToString()")]
    [InlineData("list.ToArray()")]
    [InlineData("System.Text.Encoding.UTF8.GetString(bytes)")]
    [InlineData("System.Text.Encoding.UTF8.GetBytes(\"x\")")]
    [InlineData("System.Convert.ToHexString(bytes)")]
    [InlineData("System.IO.Path.Combine(\"a\", \"b\")")]
    [InlineData("System.Threading.Tasks.Task.Delay(10)")]
    [InlineData("System.Threading.Tasks.Task.FromResult(list)")]
    [InlineData("reader.ReadToEnd()")]
    public Task What_allocates_is_reported(string call) => Verify.Analyzer(Calling("{|BOLT1702:" + call + "|}"));

    [Theory]
    [InlineData("number.TryFormat(span, out _)")]
    [InlineData("id.TryWriteBytes(default)")]
    [InlineData("list.Count")]
    [InlineData("list.IndexOf(1)")]
    [InlineData("System.Math.Max(number, 1)")]
    [InlineData("System.Threading.Interlocked.Increment(ref number)")]
    [InlineData("System.Diagnostics.Stopwatch.GetTimestamp()")]
    [InlineData("System.DateTime.UtcNow")]
    [InlineData("System.Guid.NewGuid()")]
    [InlineData("System.Text.Encoding.UTF8")]
    [InlineData("System.Buffers.ArrayPool<byte>.Shared.Rent(10)")]
    [InlineData("System.MemoryExtensions.AsSpan(\"text\").Length")]
    [InlineData("flag.ToString()")]
    [InlineData("type.ToString()")]
    [InlineData("\"text\".ToString()")]
    [InlineData("System.Runtime.Intrinsics.Vector128.Create(1).GetHashCode()")]
    public Task What_allocates_nothing_is_silent(string call) => Verify.Analyzer(Calling(call));

    [Theory]
    [InlineData("text.Append('c')")]
    [InlineData("list.EnsureCapacity(3)")]
    [InlineData("semaphore.WaitAsync()")]
    [InlineData("System.Globalization.CultureInfo.CurrentCulture")]
    public Task What_allocates_only_at_times_is_silent(string call) => Verify.Analyzer(Calling(call));

    [Theory]
    [InlineData("{|BOLT1105:\"text\".Substring(number)|}")]
    [InlineData("{|BOLT1103:string.Format(\"{0}\", \"\")|}")]
    [InlineData("{|BOLT1502:System.Linq.Enumerable.ToArray(list)|}")]
    [InlineData("{|BOLT1302:day.ToString()|}")]
    [InlineData("{|BOLT1001:new System.Text.StringBuilder(10)|}")]
    [InlineData("text.Append({|BOLT1104:number.ToString()|})")]
    public Task A_cause_with_a_rule_of_its_own_is_reported_once(string call) => Verify.Analyzer(Calling(call));

    [Fact]
    public Task A_member_that_nothing_is_known_of_is_left_to_BOLT1703() => Verify.Analyzer(Calling("stream.ReadByte()"));

    [Fact]
    public Task Cold_code_is_silent() => Verify.Analyzer(
        """
        class C
        {
            [ZeroAlloc]
            int Run(int id)
            {
                if (id < 0)
                    throw new System.Exception(id.ToString());
                return id;
            }

            int Other(System.Guid id) => id.ToByteArray().Length;
        }
        """);

    [Fact]
    public Task A_member_of_the_same_name_in_another_assembly_is_not_the_framework() => Verify.Analyzer(
        """
        namespace System
        {
            public struct Guide
            {
                public byte[] ToByteArray() => null;
            }
        }

        class C
        {
            [ZeroAlloc]
            byte[] Run(System.Guide id) => id.ToByteArray();
        }
        """);

    [Fact]
    public Task The_fix_uses_the_span_itself() => BehaviourPreserved.Fix<DropCopyCodeFix>(
        """
        public static class Program
        {
            public static string Run() => Text([3, 1, 2], "abc") is var sum ? sum > 6 ? "more" : "less" : "";

            [ZeroAlloc]
            private static int Text(ReadOnlySpan<int> numbers, ReadOnlySpan<char> letters)
            {
                var sum = /* all */ {|BOLT1702:numbers.ToArray()|}.Length + {|BOLT1702:letters.ToString()|}.Length;
                sum += {|BOLT1702:numbers.ToArray()|}[1];
                return sum + System.MemoryExtensions.IndexOf(numbers, {|BOLT1702:numbers.Slice(2).ToArray()|});
            }
        }
        """,
        """
        public static class Program
        {
            public static string Run() => Text([3, 1, 2], "abc") is var sum ? sum > 6 ? "more" : "less" : "";

            [ZeroAlloc]
            private static int Text(ReadOnlySpan<int> numbers, ReadOnlySpan<char> letters)
            {
                var sum = /* all */ numbers.Length + letters.Length;
                sum += numbers[1];
                return sum + System.MemoryExtensions.IndexOf(numbers, numbers.Slice(2));
            }
        }
        """);

    [Fact]
    public Task A_copy_stays_where_the_span_could_be_written_to_or_kept() => Verify.NoFix<DropCopyCodeFix>(
        """
        public class C
        {
            private int[] _kept = null!;

            [ZeroAlloc]
            public int M(Span<int> numbers, Guid id)
            {
                _kept = {|BOLT1702:numbers.ToArray()|};
                {|BOLT1702:numbers.ToArray()|}[0] = 1;
                {|BOLT1702:numbers.ToArray()|}[0]++;
                Own({|BOLT1702:numbers.ToArray()|}, numbers);
                foreach (var number in {|BOLT1702:numbers.ToArray()|})
                    numbers[0] = number;
                return {|BOLT1702:id.ToByteArray()|}.Length + {|BOLT1702:numbers.ToString()|}.Length;
            }

            [ZeroAlloc]
            private static void Own(ReadOnlySpan<int> copy, Span<int> numbers) => numbers[0] = copy[1];
        }
        """);

    [Fact]
    public Task A_path_ends_at_a_library_member() => Verify.Analyzer(
        """
        class C
        {
            [ZeroAlloc]
            int Run(System.Guid id) => {|#0:First(id)|};

            int First(System.Guid id) => Second(id);

            int Second(System.Guid id) => id.ToByteArray().Length;
        }
        """,
        null,
        [
            new DiagnosticResult("BOLT1701", DiagnosticSeverity.Warning)
                .WithLocation(0)
                .WithMessage("Calls 'C.First', which calls 'C.Second', which calls 'Guid.ToByteArray', which returns a new 'byte[]' (Test0.cs:8); make it [ZeroAlloc], or do not call it here")
                .WithOptions(DiagnosticOptions.IgnoreAdditionalLocations),
        ]);

    [Fact]
    public Task An_exception_that_excuses_a_library_call_is_needed() => Verify.Analyzer(
        """
        class C
        {
            [AllowAllocation("asked for once")]
            byte[] Run(System.Guid id) => id.ToByteArray();
        }
        """);

    private static string Calling(string call) =>
        """
        using System.Collections.Generic;

        class C
        {
            [ZeroAlloc]
            void Run<T>(
                System.Guid id, System.DateTime when, System.Text.StringBuilder text, object anything, System.IFormattable formattable, int? maybe,
                List<int> list, byte[] bytes, bool flag, System.Type type, System.DayOfWeek day, System.IO.TextReader reader, System.IO.Stream stream,
                System.Threading.SemaphoreSlim semaphore, ref int number, System.Span<char> span, T one)
            {
                Keep(CALL);
            }

            void Keep<TResult>(TResult result) { }
        }
        """.Replace("CALL", call, StringComparison.Ordinal);
}
