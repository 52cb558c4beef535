using System.Text;
using Bolt.Sinks;

namespace Bolt.Generated.Tests;

/// <summary>Filters and enrichers of ad-hoc calls.</summary>
public sealed class AdHocHookTests
{
    [Fact]
    public void Filters_and_enrichers_see_the_fields()
    {
        using var stream = new MemoryStream();
        using (BoltLoggerFactory factory = BoltLoggerFactory.Create(options =>
        {
            options.Include = RecordParts.None;
            options.Delivery = Delivery.Synchronous;
            options.Sinks.Add(new StreamSink(stream, leaveOpen: true));
            options.Filters.Add(static (scoped in RecordView record) => record.TryGet("id", out int id) && id != 2);
            options.Enrichers.Add(static (scoped in RecordView record, scoped RecordFields fields) =>
            {
                fields.Add("length", record.TryGet("text", out string? text) ? text.Length : -1);
                fields.Add("id", 0);
            });
        }))
        {
            BoltLogger logger = factory.CreateLogger("Test");
            for (int id = 1; id <= 3; id++)
            {
                ReadOnlySpan<char> text = "a\"b";
                logger.Info($"{id} of {text}");
            }
        }

        Assert.Equal(
            """
            {"level":"info","length":3,"id":1,"text":"a\"b","message":"1 of a\"b"}
            {"level":"info","length":3,"id":3,"text":"a\"b","message":"3 of a\"b"}

            """,
            Encoding.UTF8.GetString(stream.ToArray()));
    }
}
