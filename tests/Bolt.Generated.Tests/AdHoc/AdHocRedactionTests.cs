using System.Text;
using Bolt.Sinks;

namespace Bolt.Generated.Tests;

/// <summary>Names under which ad-hoc calls show no value.</summary>
public sealed class AdHocRedactionTests
{
    private readonly string _token = "t0k3n";

    [Fact]
    public void Redacted_names_show_no_value_in_field_and_message()
    {
        using var stream = new MemoryStream();
        using (BoltLoggerFactory factory = BoltLoggerFactory.Create(options =>
        {
            options.Include = RecordParts.None;
            options.Delivery = Delivery.Synchronous;
            options.Sinks.Add(new StreamSink(stream, leaveOpen: true));
            options.RedactedNames.Add("password");
            options.RedactedNames.Add("Token");
            options.RedactedNames.Add("pin");
        }))
        {
            BoltLogger logger = factory.CreateLogger("Test");
            string password = "s3cret";
            var user = new User("Ada", "s3cret");
            int? pin = 1234;
            ReadOnlySpan<char> other = "s3cret";
            var map = new Dictionary<string, string> { ["password"] = "s3cret", ["x"] = "y" };
            logger.Info($"{user.Name} {password} {user.Password,5} {password:@login} {_token} {pin:D6} {other:@PIN} {password}");
            logger.Info($"{map}");
        }

        string records = Encoding.UTF8.GetString(stream.ToArray());
        Assert.Equal(
            """
            {"level":"info","UserName":"Ada","password":"***","UserPassword":"***","login":"***","_token":"***","pin":"***","PIN2":"***","message":"Ada ***   *** *** *** *** *** ***"}
            {"level":"info","map":{"password":"***","x":"y"},"message":"{\"password\":\"***\",\"x\":\"y\"}"}

            """,
            records);
    }

    private sealed record User(string Name, string Password);
}
