namespace Bolt.Tail.Tests;

/// <summary>Which records are shown.</summary>
public sealed class FilterTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly string _log;
    private readonly string[] _records;

    public FilterTests()
    {
        _log = _directory.PathOf("shop.log");
        _records = ShopLog.WriteDay(_log);
        Assert.Equal(ShopLog.DayLength, _records.Length);
    }

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData("012345")]
    [InlineData("012345", "--level", "trace")]
    [InlineData("012345", "--level", "debug")]
    [InlineData("12345", "--level", "info")]
    [InlineData("345", "--level", "WARN")]
    [InlineData("45", "--level=error")]
    [InlineData("5", "--level", "fatal")]
    public void A_level_and_those_above_it(string expected, params string[] arguments) => Shows(expected, arguments);

    [Theory]
    [InlineData("14", "userId=42")]
    [InlineData("2", "userId=421")]
    [InlineData("", "userId=4")]
    [InlineData("14", "userId=42.0")]
    [InlineData("14", " userId = 42 ")]
    [InlineData("2", "userId!=42")]
    [InlineData("", "userid=42")]
    [InlineData("12", "event=OrderPaid")]
    [InlineData("", "event=OrderPai")]
    [InlineData("124", "event!=", "category~Orders")]
    [InlineData("124", "category~Orders")]
    [InlineData("035", "category!~Orders")]
    [InlineData("", "category~orders")]
    [InlineData("3", "elapsed>100")]
    [InlineData("", "elapsed>100.25")]
    [InlineData("3", "elapsed>=100.25")]
    [InlineData("0", "elapsed<100.25")]
    [InlineData("03", "elapsed<=100.25")]
    [InlineData("", "path>100")]
    [InlineData("3", "path>/orders")]
    [InlineData("03", "path>=/orders")]
    [InlineData("1", "order.id=3")]
    [InlineData("2", "order.id>3")]
    [InlineData("", "order=3")]
    [InlineData("", "order.i=3")]
    [InlineData("", "id=3")]
    [InlineData("1", "order.customer.name~Countess")]
    [InlineData("1", "order.customer.name~\"Countess\"\nLove")]
    [InlineData("2", "order.customer.name~東京 🚀")]
    [InlineData("124", "tenant.name=acme")]
    [InlineData("", "tenant.name=acm")]
    [InlineData("5", "itemId=9007199254740993")]
    [InlineData("", "itemId=9007199254740992")]
    [InlineData("", "itemId>9007199254740993")]
    [InlineData("5", "itemId>9007199254740992")]
    [InlineData("5", "insured=false")]
    [InlineData("", "insured=true")]
    [InlineData("4", "error_type=System.InvalidOperationException")]
    [InlineData("", "noSuchField!=1")]
    [InlineData("1", "userId=42", "order.id=3")]
    [InlineData("", "userId=421", "order.id=3")]
    public void Conditions_on_fields(string expected, params string[] conditions)
    {
        var arguments = new List<string>();
        foreach (string condition in conditions)
            arguments.AddRange(["--where", condition]);
        Shows(expected, [.. arguments]);
    }

    [Theory]
    [InlineData("345", "--since", "2026-11-23T12:33")]
    [InlineData("345", "--since", "2026-11-23T12:33:00Z")]
    [InlineData("45", "--since", "2026-11-23T12:33:00.0000001Z")]
    [InlineData("345", "--since", "2026-11-23T13:33:00+01:00")]
    [InlineData("012345", "--since", "2026-11-23")]
    [InlineData("", "--since", "2026-11-24")]
    [InlineData("012", "--until", "2026-11-23T12:33")]
    [InlineData("23", "--since", "2026-11-23T12:32", "--until", "2026-11-23T12:34")]
    public void Times(string expected, params string[] arguments) => Shows(expected, arguments);

    [Fact]
    public void A_time_ago_counts_from_now()
    {
        string now = DateTime.UtcNow.ToString("O");
        string earlier = DateTime.UtcNow.AddMinutes(-90).ToString("O");
        File.WriteAllText(_log, $"{{\"time\":\"{earlier}\"}}\n{{\"time\":\"{now}\"}}\n{{\"level\":\"info\"}}\n");

        Assert.Equal([$"{{\"time\":\"{now}\"}}"], TailProcess.Run(_log, "--json", "--since", "1h").Lines);
        Assert.Equal(2, TailProcess.Run(_log, "--json", "--since", "91m").Lines.Length);
        Assert.Equal([$"{{\"time\":\"{earlier}\"}}"], TailProcess.Run(_log, "--json", "--until", "3600s").Lines);
        Assert.Empty(TailProcess.Run(_log, "--json", "--until", "2d").Lines);
    }

    [Theory]
    [InlineData("5", "-n", "1")]
    [InlineData("345", "--tail", "3")]
    [InlineData("012345", "--tail", "6")]
    [InlineData("012345", "--tail", "100")]
    [InlineData("2", "--tail", "1", "--where", "event=OrderPaid")]
    [InlineData("12", "--tail", "2", "--where", "event=OrderPaid")]
    [InlineData("4", "--where", "userId=42", "--level", "warn")]
    public void The_last_lines_of_those_that_match(string expected, params string[] arguments) => Shows(expected, arguments);

    [Fact]
    public void The_last_lines_of_a_long_file_are_found_from_its_end()
    {
        // Lines of every length up to more than a block of the search, and empty ones, which are not shown.
        using (StreamWriter file = File.CreateText(_log))
        {
            for (int i = 0; i < 3000; i++)
                file.Write($"{{\"n\":{i},\"pad\":\"{new string('x', i % 100 == 0 ? 70_000 : i % 300)}\"}}\n{(i % 7 == 0 ? "\n" : "")}");
        }

        string[] all = TailProcess.Run(_log).Lines;
        Assert.Equal(3000, all.Length);
        foreach (int count in (ReadOnlySpan<int>)[1, 2, 99, 100, 101, 2999])
            Assert.Equal(all[^count..], TailProcess.Run(_log, "-n", $"{count}").Lines);
    }

    /// <summary>As JSON, which passes through, and as text: one line a record, but for the stack of the fifth.</summary>
    private void Shows(string expected, string[] arguments)
    {
        string[] records = Array.ConvertAll(expected.ToCharArray(), digit => _records[digit - '0']);

        Assert.Equal(records, TailProcess.Run([_log, "--json", .. arguments]).Lines);
        string[] text = TailProcess.Run([_log, .. arguments]).Lines;
        Assert.Equal(records.Length, text.Count(static line => !line.StartsWith("    ", StringComparison.Ordinal)));
    }
}
