namespace Bolt.Generated.Tests;

public sealed partial class ObjectTests
{
    [Fact]
    public void Public_members_are_written_base_class_first() => Assert.Equal(
        """
        "dog":{"Name":"Rex","Age":3,"Breed":"Collie"},"message":"{\"Name\":\"Rex\",\"Age\":3,\"Breed\":\"Collie\"}"
        """.Trim(),
        Recorder.Fields(l => Log.One(l, new Dog { Name = "Rex", Age = 3, Breed = "Collie" })));

    [Fact]
    public void A_null_object_is_null() => Assert.Equal("\"dog\":null,\"message\":\"null\"", Recorder.Fields(l => Log.One(l, null)));

    [Fact]
    public void Attributes_of_record_parameters_count() => Assert.Equal(
        """
        "account":{"mail":"***","Card":"***3456","Pin":"***","Token":"f5dc0ba2","Plain":"p","Other":1},"message":""
        """.Trim().Replace("\"f5dc0ba2\"", Hash("t"), StringComparison.Ordinal),
        Recorder.Fields(l => Log.Records(l, new Account("a@b", "1234-3456", "123", "t", "hidden", "omitted", "p") { Other = 1 })));

    [Fact]
    public void Objects_nest_and_contain_collections() => Assert.Equal(
        """
        "order":{"Id":1,"Customer":{"Name":"A"},"Lines":[{"Name":"x"},null],"ByCode":{"c":{"Name":"y"}},"When":null,"Point":{"X":1,"Y":2},"Day":"Friday"},"message":""
        """.Trim(),
        Recorder.Fields(l => Log.Nested(l, new Order(1, new("A"), [new("x"), null!], new() { ["c"] = new("y") }, null, new Point { X = 1, Y = 2 }, DayOfWeek.Friday))));

    [Fact]
    public void A_cycle_ends_at_depth_eight()
    {
        var node = new Node { Id = 1 };
        node.Next = node;
        using var recorder = new Recorder();
        Log.Cycle(recorder.Logger, node);
        Assert.Equal(
            """{"level":"info","node":{"Id":1,"Next":{"Id":1,"Next":{"Id":1,"Next":{"Id":1,"Next":{"Id":1,"Next":{"Id":1,"Next":{"Id":1,"Next":{"Id":1,"Next":null}}}}}}}},"message":""}""",
            Assert.Single(recorder.Records));
    }

    [Fact]
    public void Flattened_members_are_fields_of_the_record()
    {
        Assert.Equal(
            """
            "Name":"A","Id":2,"Next":{"Id":3,"Next":null},"x":4,"message":"{\"Id\":2,\"Next\":{\"Id\":3,\"Next\":null}}"
            """.Trim(),
            Recorder.Fields(l => Log.Flat(l, new Customer("A"), new Node { Id = 2, Next = new Node { Id = 3 } }, 4)));
        Assert.Equal("\"x\":4,\"message\":\"null\"", Recorder.Fields(l => Log.Flat(l, null, null, 4)));
    }

    [Fact]
    public void Flattened_structs_and_nullables()
    {
        Assert.Equal("\"X\":1,\"Y\":2,\"z\":0,\"message\":\"\"", Recorder.Fields(l => Log.FlatStruct(l, new Point { X = 1, Y = 2 }, 0)));
        Assert.Equal("\"X\":1,\"Y\":2,\"z\":0,\"message\":\"\"", Recorder.Fields(l => Log.FlatNullable(l, new Point { X = 1, Y = 2 }, 0)));
        Assert.Equal("\"z\":0,\"message\":\"\"", Recorder.Fields(l => Log.FlatNullable(l, null, 0)));
    }

    [Fact]
    public void Elements_of_collections_are_objects() => Assert.Equal(
        "\"all\":[{\"Name\":\"a\"},{\"Name\":\"b\"}],\"point\":null,\"message\":\"\"",
        Recorder.Fields(l => Log.Elements(l, [new("a"), new("b")], null)));

    [Fact]
    public void An_interface_is_written_with_what_it_declares() => Assert.Equal("\"named\":{\"Id\":1,\"Name\":\"n\"},\"message\":\"\"", Recorder.Fields(l => Log.Interface(l, new Named())));

    [Fact]
    public void Tuples_have_their_names() => Assert.Equal("\"pair\":{\"Number\":1,\"Text\":\"a\"},\"message\":\"\"", Recorder.Fields(l => Log.Tuple(l, (1, "a"))));

    [Fact]
    public void A_getter_that_throws_leaves_null_and_is_reported()
    {
        using var recorder = new Recorder();
        Log.Throwing(recorder.Logger, new Faulty(), 1);
        Log.FlatThrowing(recorder.Logger, new Faulty(), 1);
        Assert.Equal(["""{"level":"info","faulty":null,"x":1,"message":"null"}""", """{"level":"info","Good":1,"Bad":null,"x":1,"message":""}"""], recorder.Records);
        Assert.Equal(2, recorder.Errors.Count);
    }

    [Fact]
    public void A_getter_may_log_itself()
    {
        using var recorder = new Recorder();
        Log.Recursive(recorder.Logger, new Talkative(recorder.Logger), 1);
        Assert.Equal(["""{"level":"info","x":7,"message":"inner 7"}""", """{"level":"info","talkative":{"Value":7},"x":1,"message":"1"}"""], recorder.Records.Order(StringComparer.Ordinal).Reverse());
    }

    private static string Hash(string value) =>
        "\"" + Convert.ToHexStringLower(System.Security.Cryptography.HMACSHA256.HashData("0123456789abcdef"u8, System.Text.Encoding.UTF8.GetBytes(value)))[..16] + "\"";

    public class Animal
    {
        public string? Name { get; set; }

        public int Age;

        internal int Internal { get; set; }

        public static int Static { get; set; }

        public int this[int index] => index;

        public int WriteOnly
        {
            set => Internal = value;
        }
    }

    public sealed class Dog : Animal
    {
        public string? Breed { get; set; }
    }

    public sealed record Account(
        [Sensitive, LogName("mail")] string Mail,
        [Sensitive(Redaction.Last4)] string Card,
        [property: Sensitive(Redaction.Last4)] string Pin,
        [Sensitive(Redaction.Hash)] string Token,
        [LogIgnore] string Hidden,
        [Sensitive(Redaction.Omit)] string Omitted,
        string Plain)
    {
        public int Other { get; init; }
    }

    public sealed record Customer(string Name);

    public sealed record Order(int Id, Customer Customer, IReadOnlyList<Customer> Lines, Dictionary<string, Customer> ByCode, DateTime? When, Point Point, DayOfWeek? Day);

    public struct Point
    {
        public int X;

        public int Y { get; set; }
    }

    public sealed class Node
    {
        public int Id { get; set; }

        public Node? Next { get; set; }
    }

    public interface IHasId
    {
        int Id { get; }
    }

    public interface INamed : IHasId
    {
        string Name { get; }
    }

    public sealed class Named : INamed
    {
        public int Id => 1;

        public string Name => "n";

        public string Other => "not of the interface";
    }

    public sealed class Faulty
    {
        public int Good => 1;

        public List<int> Bad => throw new InvalidOperationException("Bad.");
    }

    public sealed class Talkative(ILogger logger)
    {
        public int Value
        {
            get
            {
                Log.Inner(logger, 7);
                return 7;
            }
        }
    }

    private static partial class Log
    {
        [LogEvent(LogLevel.Information, "{dog}")]
        public static partial void One(ILogger logger, [LogFields] Dog? dog);

        [LogEvent(LogLevel.Information)]
        public static partial void Records(ILogger logger, [LogFields] Account account);

        [LogEvent(LogLevel.Information)]
        public static partial void Nested(ILogger logger, [LogFields] Order order);

        [LogEvent(LogLevel.Information)]
        public static partial void Cycle(ILogger logger, [LogFields] Node node);

        [LogEvent(LogLevel.Information, "{node}")]
        public static partial void Flat(ILogger logger, [LogFields(Flatten = true)] Customer? customer, [LogFields(Flatten = true)] Node? node, int x);

        [LogEvent(LogLevel.Information)]
        public static partial void FlatStruct(ILogger logger, [LogFields(Flatten = true)] in Point point, int z);

        [LogEvent(LogLevel.Information)]
        public static partial void FlatNullable(ILogger logger, [LogFields(Flatten = true)] Point? point, int z);

        [LogEvent(LogLevel.Information)]
        public static partial void Elements(ILogger logger, [LogFields] Customer[] all, [LogFields] Point? point);

        [LogEvent(LogLevel.Information)]
        public static partial void Interface(ILogger logger, [LogFields] INamed named);

        [LogEvent(LogLevel.Information)]
        public static partial void Tuple(ILogger logger, [LogFields] (int Number, string Text) pair);

        [LogEvent(LogLevel.Information, "{faulty}")]
        public static partial void Throwing(ILogger logger, [LogFields] Faulty faulty, int x);

        [LogEvent(LogLevel.Information)]
        public static partial void FlatThrowing(ILogger logger, [LogFields(Flatten = true)] Faulty faulty, int x);

        [LogEvent(LogLevel.Information, "{x}")]
        public static partial void Recursive(ILogger logger, [LogFields] Talkative talkative, int x);

        [LogEvent(LogLevel.Information, "inner {x}")]
        public static partial void Inner(ILogger logger, int x);
    }
}
