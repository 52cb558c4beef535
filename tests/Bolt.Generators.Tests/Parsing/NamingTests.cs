using Bolt.Generators.Parsing;

namespace Bolt.Generators.Tests.Parsing;

public sealed class NamingTests
{
    [Theory]
    [InlineData("userId", "user_id", "userId")]
    [InlineData("UserId", "user_id", "userId")]
    [InlineData("UserID", "user_id", "userID")]
    [InlineData("IPAddress", "ip_address", "ipAddress")]
    [InlineData("ID", "id", "id")]
    [InlineData("already_snake", "already_snake", "already_snake")]
    [InlineData("HTTPStatus2Xx", "http_status2_xx", "httpStatus2Xx")]
    [InlineData("_Leading", "_leading", "_Leading")]
    [InlineData("GrößeÄnderung", "größe_änderung", "größeÄnderung")]
    [InlineData("x", "x", "x")]
    public void A_policy_derives_keys_from_names(string name, string snake, string camel)
    {
        Assert.Equal(name, FieldKeys.Apply(0, name));
        Assert.Equal(snake, FieldKeys.Apply(1, name));
        Assert.Equal(camel, FieldKeys.Apply(2, name));
    }

    [Fact]
    public void The_policy_of_the_assembly_holds_for_parameters_and_members_and_LogName_wins()
    {
        string source = Driver.Sources(Driver.Run(Driver.Compile("""
            [assembly: LogNaming(FieldNaming.SnakeCase)]
            internal record Item(string FullTitle, [LogName("AsIs")] int Count);
            internal static partial class Log
            {
                [LogEvent(LogLevel.Information, "{UserId}")]
                internal static partial void M(ILogger logger, int userId, int otherThing, [LogName("Kept")] int kept, [LogFields] Item item);
            }
            """)))["Log.g.cs"];
        Assert.Contains("\"user_id\", \"other_thing\", \"Kept\", \"item\"", source, StringComparison.Ordinal);
        Assert.Contains("\\\"full_title\\\":", source, StringComparison.Ordinal);
        Assert.Contains("\\\"AsIs\\\":", source, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_that_the_policy_makes_reserved_is_a_mistake()
    {
        string source = Driver.Sources(Driver.Run(Driver.Compile("""
            [assembly: LogNaming(FieldNaming.SnakeCase)]
            internal static partial class Log
            {
                [LogEvent(LogLevel.Information)]
                internal static partial void M(ILogger logger, int traceId);
            }
            """)))["Log.g.cs"];
        Assert.DoesNotContain("EventWriter", source, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("a\nb", false)]
    [InlineData("a\u007f", false)]
    [InlineData("a b", true)]
    public void Keys_are_checked(string key, bool isValid) => Assert.Equal(isValid, FieldKeys.Invalid(key) is null);

    [Fact]
    public void A_key_is_measured_in_utf8()
    {
        Assert.Null(FieldKeys.Invalid(new string('k', 256)));
        Assert.NotNull(FieldKeys.Invalid(new string('k', 257)));
        Assert.NotNull(FieldKeys.Invalid(new string('é', 129)));
    }
}
