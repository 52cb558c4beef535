namespace Bolt.Generated.Tests;

/// <summary>How the fields of ad-hoc calls are named.</summary>
public sealed class AdHocNameTests
{
    private readonly string _instance = "i";

    [Fact]
    public void Names_come_from_the_expressions()
    {
        var order = new Order(1, new Customer("Ada"));
        Assert.Equal(
            "\"OrderId\":1,\"CustomerName\":\"Ada\",\"_instance\":\"i\",\"Total\":5,\"message\":\"1 Ada i 5\"",
            Recorder.Fields(logger => logger.Info($"{order.Id} {order.Customer.Name} {_instance} {GetTotal()}")));
    }

    [Fact]
    public void What_gives_no_name_is_numbered_by_its_place()
    {
        int a = 1;
        int b = 2;
        Assert.Equal("\"a\":1,\"arg1\":3,\"arg2\":4,\"message\":\"1 3 4\"", Recorder.Fields(logger => logger.Info($"{a} {a + b} {4}")));
    }

    [Fact]
    public void A_format_can_name_the_field()
    {
        int a = 1;
        Assert.Equal("\"total\":1,\"user-id\":1,\"message\":\"1 1.00\"", Recorder.Fields(logger => logger.Info($"{a:@total} {a:@user-id:N2}")));
        Assert.Equal("\"a\":1,\"message\":\"1\"", Recorder.Fields(logger => logger.Info($"{a:@}")));
    }

    [Fact]
    public void The_same_variable_is_one_field_and_another_of_the_name_is_numbered()
    {
        var order = new Order(1, new Customer("Ada"));
        int orderId = 7;
        Assert.Equal(
            "\"orderId\":7,\"OrderId2\":1,\"OrderId3\":2,\"message\":\"7 7 1 2\"",
            Recorder.Fields(logger => logger.Info($"{orderId} {orderId} {order.Id} {(order with { Id = 2 }).Id:@OrderId}")));
    }

    [Fact]
    public void The_records_own_keys_are_avoided()
    {
        string message = "m";
        int level = 2;
        Assert.Equal("\"message_\":\"m\",\"level_\":2,\"message\":\"m 2\"", Recorder.Fields(logger => logger.Info($"{message} {level}")));
    }

    [Fact]
    public void Calls_that_begin_alike_keep_their_names()
    {
        using var recorder = new Recorder();
        int id = 1;
        int no = 2;
        for (int i = 0; i < 2; i++)
        {
            recorder.Logger.Info($"Item {id} in");
            recorder.Logger.Info($"Item {no} in");
            recorder.Logger.Info($"Item {id} to");
            recorder.Logger.Warn($"Item {id} in");
        }

        string[] expected =
        [
            """{"level":"info","id":1,"message":"Item 1 in"}""",
            """{"level":"info","no":2,"message":"Item 2 in"}""",
            """{"level":"info","id":1,"message":"Item 1 to"}""",
            """{"level":"warn","id":1,"message":"Item 1 in"}""",
        ];
        Assert.Equal([.. expected, .. expected], recorder.Records);
    }

    private static int GetTotal() => 5;

    private sealed record Customer(string Name);

    private sealed record Order(int Id, Customer Customer);
}
