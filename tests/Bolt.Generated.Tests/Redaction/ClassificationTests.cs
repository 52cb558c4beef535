using Microsoft.Extensions.Compliance.Classification;
using Microsoft.Extensions.Compliance.Redaction;
using Microsoft.Extensions.DependencyInjection;

namespace Bolt.Generated.Tests;

/// <summary>Data classifications, with Microsoft's redactors and with ones that misbehave.</summary>
public sealed partial class ClassificationTests
{
    private const string Masked = """{"level":"info","name":"***","message":"Hello ***"}""";

    [Fact]
    public void The_redactor_that_is_registered_for_a_classification_is_taken()
    {
        using var recorder = RecorderWith(static redaction =>
        {
            redaction.SetRedactor<ErasingRedactor>(Shop.Private);
            redaction.SetHmacRedactor(
                static options =>
                {
                    options.Key = Convert.ToBase64String(new byte[44]);
                    options.KeyId = 7;
                },
                Shop.Card);
            redaction.SetRedactor<NullRedactor>(Shop.Public);
            redaction.SetFallbackRedactor<StarRedactor>();
        });
        Log.Four(recorder.Logger, "Ada", "4111", "Paris", "x\"y");
        string hash = Redacted(recorder.Records, "card");
        Assert.StartsWith("7:", hash, StringComparison.Ordinal);
        Assert.Equal($$"""{"level":"info","name":"","card":"{{hash}}","city":"Paris","other":"*x\"y*","message":" {{hash}} Paris *x\"y*"}""", Assert.Single(recorder.Records));
        Assert.Empty(recorder.Errors);
    }

    [Fact]
    public void Without_a_redactor_for_it_a_value_is_erased()
    {
        using var recorder = RecorderWith(static _ => { });
        Log.Hello(recorder.Logger, "Ada");
        Assert.Equal("""{"level":"info","name":"","message":"Hello "}""", Assert.Single(recorder.Records));
        Assert.Empty(recorder.Errors);
    }

    [Fact]
    public void Several_classifications_of_one_symbol_are_one_set()
    {
        using var recorder = RecorderWith(static redaction =>
        {
            redaction.SetRedactor<NullRedactor>(Shop.Private);
            redaction.SetRedactor<NullRedactor>(Shop.Card);
            redaction.SetRedactor<StarRedactor>(new DataClassificationSet(Shop.Private, Shop.Card));
        });
        Log.Two(recorder.Logger, "Ada");
        Assert.Equal("""{"level":"info","name":"*Ada*","message":""}""", Assert.Single(recorder.Records));
    }

    [Fact]
    public void An_attribute_s_arguments_make_the_classification()
    {
        var provider = new OneRedactor(NullRedactor.Instance);
        using var recorder = new Recorder(configure: options => options.RedactorProvider = provider);
        Log.WithArguments(recorder.Logger, "a");
        Log.WithArguments(recorder.Logger, "b");
        Assert.Equal(new DataClassificationSet(new DataClassification("Shop", "High/2/Int32/x,y")), Assert.Single(provider.Asked));
    }

    [Fact]
    public void What_needs_no_protection_is_not_redacted_and_the_unknown_is()
    {
        var provider = new OneRedactor(new StarRedactor());
        using var recorder = new Recorder(configure: options => options.RedactorProvider = provider);
        Log.Edges(recorder.Logger, "a", "b", "c", "d");
        Assert.Equal("""{"level":"info","none":"a","unknown":"*b*","noneAndPrivate":"*c*","noneAtRunTime":"d","message":""}""", Assert.Single(recorder.Records));
        Assert.Equal([new DataClassificationSet(DataClassification.Unknown), new DataClassificationSet(Shop.Private)], provider.Asked);
    }

    [Fact]
    public void What_a_class_overrides_keeps_its_classification()
    {
        using var recorder = new Recorder(configure: static options => options.RedactorProvider = new OneRedactor(new StarRedactor()));
        Log.Derived(recorder.Logger, new DerivedItem { Name = "a" });
        Assert.Equal("""{"level":"info","item":{"Name":"*a*"},"message":""}""", Assert.Single(recorder.Records));
    }

    [Theory]
    [InlineData("a\"b\\c\n\u0001é日😀", "*a\\\"b\\\\c\\n\\u0001é日😀*")]
    [InlineData("", "**")]
    [InlineData(null, "*null*")]
    public void The_redactor_gets_the_text_and_what_it_leaves_is_escaped(string? value, string expected)
    {
        using var recorder = new Recorder(configure: static options => options.RedactorProvider = new OneRedactor(new StarRedactor()));
        Log.Hello(recorder.Logger, value);
        Assert.Equal($$"""{"level":"info","name":"{{expected}}","message":"Hello {{expected}}"}""", Assert.Single(recorder.Records));
    }

    [Fact]
    public void A_redactor_may_leave_more_than_there_was()
    {
        string longer = new('"', 5000);
        using var recorder = new Recorder(configure: options => options.RedactorProvider = new OneRedactor(new FunctionRedactor(_ => longer)));
        Log.Hello(recorder.Logger, "Ada");
        string escaped = longer.Replace("\"", "\\\"", StringComparison.Ordinal);
        Assert.Equal($$"""{"level":"info","name":"{{escaped}}","message":"Hello {{escaped}}"}""", Assert.Single(recorder.Records));
        Assert.Empty(recorder.Errors);
    }

    [Fact]
    public void What_a_redactor_leaves_beyond_the_limit_of_a_value_is_cut()
    {
        using var recorder = new Recorder(configure: static options => options.RedactorProvider = new OneRedactor(new FunctionRedactor(static _ => new string('x', 70_000))));
        Log.Card(recorder.Logger, "Ada");
        Assert.Equal($$"""{"level":"info","card":"{{new string('x', 65_536)}}","truncated":true,"message":""}""", Assert.Single(recorder.Records));
        Assert.Single(recorder.Errors);
    }

    public static TheoryData<string, Redactor> Failing => new()
    {
        { "throws", new FunctionRedactor(static text => throw new InvalidOperationException(text)) },
        { "writes more than it said", new WrongLength(2, 3) },
        { "says less than nothing", new WrongLength(-1, 0) },
        { "has written less than nothing", new WrongLength(3, -1) },
        { "says that it has written more than there is room for", new WrongLength(3, 4) },
        { "asks for too much", new WrongLength(int.MaxValue, 0) },
    };

    [Theory]
    [MemberData(nameof(Failing))]
    public void A_redactor_that_fails_leaves_a_mask_one_error_and_the_record(string how, Redactor redactor)
    {
        using var recorder = new Recorder(configure: options => options.RedactorProvider = new OneRedactor(redactor));
        Log.Hello(recorder.Logger, "Ada");
        Assert.True(recorder.Records is [Masked], how + ": " + string.Join('\n', recorder.Records));
        Assert.Equal("A classified value could not be redacted and was masked; make the redactor not throw.", Assert.Single(recorder.Errors));
    }

    [Fact]
    public void A_provider_that_fails_leaves_a_mask()
    {
        using var recorder = new Recorder(configure: static options => options.RedactorProvider = new ThrowingProvider());
        Log.Hello(recorder.Logger, "Ada");
        Assert.Equal(Masked, Assert.Single(recorder.Records));
        Assert.Single(recorder.Errors);
    }

    [Fact]
    public void Without_a_provider_a_value_is_masked_and_reported_each_time()
    {
        var reasons = new List<LogErrorReason>();
        using var recorder = new Recorder(configure: options => options.OnError = error => reasons.Add(error.Reason));
        Log.Hello(recorder.Logger, "Ada");
        Log.Hello(recorder.Logger, null);
        Assert.Equal([Masked, Masked], recorder.Records);
        Assert.Equal([LogErrorReason.Encode, LogErrorReason.Encode], reasons);
    }

    [Fact]
    public void A_classification_that_cannot_be_made_leaves_a_mask_whatever_the_redactors()
    {
        using var recorder = new Recorder(configure: static options => options.RedactorProvider = new OneRedactor(NullRedactor.Instance));
        Log.Unmakeable(recorder.Logger, "Ada");
        Log.Unmakeable(recorder.Logger, "Ada");
        Assert.Equal(["""{"level":"info","name":"***","message":""}""", """{"level":"info","name":"***","message":""}"""], recorder.Records);
        Assert.Equal(2, recorder.Errors.Count);
    }

    [Fact]
    public void A_redactor_may_log()
    {
        using var recorder = new Recorder(configure: static _ => { });
        using var outer = new Recorder(configure: options => options.RedactorProvider = new OneRedactor(new FunctionRedactor(text =>
        {
            Log.City(recorder.Logger, "from inside");
            return "*";
        })));
        Log.Hello(outer.Logger, "Ada");
        Assert.Equal("""{"level":"info","name":"*","message":"Hello *"}""", Assert.Single(outer.Records));
        Assert.All(recorder.Records, static record => Assert.Equal("""{"level":"info","city":"from inside","message":""}""", record));
    }

    [Fact]
    public void Filters_do_not_see_a_classified_value()
    {
        int seen = 0;
        using var recorder = new Recorder(configure: options =>
        {
            options.RedactorProvider = new OneRedactor(new StarRedactor());
            options.Filters.Add((in RecordView record) =>
            {
                seen += (record.TryGet("name", out string? _) ? 100 : 0) + (record.TryGet("city", out string? _) ? 1 : 0);
                return true;
            });
        });
        Log.Hello(recorder.Logger, "Ada");
        Log.City(recorder.Logger, "Paris");
        Assert.Equal(1, seen);
    }

    private static Recorder RecorderWith(Action<IRedactionBuilder> configure)
    {
        ServiceProvider services = new ServiceCollection().AddRedaction(configure).BuildServiceProvider();
        return new Recorder(configure: options => options.RedactorProvider = services.GetRequiredService<IRedactorProvider>());
    }

    private static string Redacted(string[] records, string key)
    {
        using var record = System.Text.Json.JsonDocument.Parse(Assert.Single(records));
        return record.RootElement.GetProperty(key).GetString()!;
    }

    private static partial class Log
    {
        [LogEvent(LogLevel.Information, "Hello {name}")]
        public static partial void Hello(ILogger logger, [PrivateData] string? name);

        [LogEvent(LogLevel.Information)]
        public static partial void Card(ILogger logger, [CardData] string card);

        [LogEvent(LogLevel.Information)]
        public static partial void City(ILogger logger, string city);

        [LogEvent(LogLevel.Information, "{name} {card} {city} {other}")]
        public static partial void Four(ILogger logger, [PrivateData] string name, [CardData] string card, [PublicData] string city, [UnknownDataClassification] string other);

        [LogEvent(LogLevel.Information)]
        public static partial void Two(ILogger logger, [PrivateData, CardData] string name);

        [LogEvent(LogLevel.Information)]
        public static partial void WithArguments(ILogger logger, [Leveled(Level.High, 2, typeof(int), "x", "y", Note = "note")] string value);

        [LogEvent(LogLevel.Information)]
        public static partial void Edges(
            ILogger logger,
            [NoDataClassification] string none,
            [UnknownDataClassification] string unknown,
            [NoDataClassification, PrivateData] string noneAndPrivate,
            [NothingAtRunTime] string noneAtRunTime);

        [LogEvent(LogLevel.Information)]
        public static partial void Derived(ILogger logger, [LogFields] DerivedItem item);

        [LogEvent(LogLevel.Information)]
        public static partial void Unmakeable(ILogger logger, [Throwing] string name);
    }

    public enum Level
    {
        Low,
        High,
    }

    public class Item
    {
        [PrivateData]
        public virtual string? Name { get; init; }
    }

    public sealed class DerivedItem : Item
    {
        public override string? Name { get; init; }
    }

    private sealed class CardDataAttribute() : DataClassificationAttribute(Shop.Card);

    private sealed class PublicDataAttribute() : DataClassificationAttribute(Shop.Public);

    private sealed class NothingAtRunTimeAttribute() : DataClassificationAttribute(DataClassification.None);

    private sealed class ThrowingAttribute() : DataClassificationAttribute(new("", "an empty taxonomy is refused"));

    private sealed class LeveledAttribute(Level level, int number, Type type, params string[] names) : DataClassificationAttribute(new("Shop", $"{level}/{number}/{type.Name}/{string.Join(',', names)}"))
    {
        public string? Note { get; set; }
    }

    private sealed class StarRedactor : Redactor
    {
        public override int GetRedactedLength(ReadOnlySpan<char> input) => input.Length + 2;

        public override int Redact(ReadOnlySpan<char> source, Span<char> destination)
        {
            destination[0] = '*';
            source.CopyTo(destination[1..]);
            destination[source.Length + 1] = '*';
            return source.Length + 2;
        }
    }

    private sealed class WrongLength(int said, int written) : Redactor
    {
        public override int GetRedactedLength(ReadOnlySpan<char> input) => said;

        public override int Redact(ReadOnlySpan<char> source, Span<char> destination)
        {
            if (said < written)
                source.CopyTo(destination);

            return written;
        }
    }

    private sealed class ThrowingProvider : IRedactorProvider
    {
        public Redactor GetRedactor(DataClassificationSet classifications) => throw new InvalidOperationException();
    }
}
