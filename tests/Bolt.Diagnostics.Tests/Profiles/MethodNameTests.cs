using Bolt.Diagnostics.Profiles.Symbols;

namespace Bolt.Diagnostics.Tests.Profiles;

public sealed class MethodNameTests
{
    [Theory]
    [InlineData("Shop.Orders", "Send", "Shop.Orders.Send")]
    [InlineData("Shop.Orders+Line", "Send", "Shop.Orders.Line.Send")]
    [InlineData("Shop.Orders+<SendAsync>d__3", "MoveNext", "Shop.Orders.SendAsync")]
    [InlineData("Shop.Orders+<>c", "<Send>b__4_0", "Shop.Orders.Send.lambda")]
    [InlineData("Shop.Orders+<>c__DisplayClass4_0", "<Send>b__1", "Shop.Orders.Send.lambda")]
    [InlineData("Shop.Orders", "<Send>g__Check|4_0", "Shop.Orders.Send.Check")]
    public void Names_are_those_that_the_author_wrote(string type, string method, string expected) =>
        Assert.Equal(expected, MethodName.Of(type, method));
}
