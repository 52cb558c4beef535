using Bolt.OpenTelemetry.Tests.Receiver.Proto;

namespace Bolt.OpenTelemetry.Tests.Receiver;

/// <summary>A record as it arrived, with the resource and the scope it came under.</summary>
internal sealed record ReceivedLog(Resource Resource, InstrumentationScope Scope, LogRecord Record)
{
    public AnyValue this[string attribute] => Assert.Single(Record.Attributes, pair => pair.Key == attribute).Value;

    public string Body => Record.Body.StringValue;
}
