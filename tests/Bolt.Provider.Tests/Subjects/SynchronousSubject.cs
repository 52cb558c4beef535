using Bolt.Sinks;
using Microsoft.Extensions.Logging;

namespace Bolt.Provider.Tests.Subjects;

/// <summary>Bolt, delivering before a call returns.</summary>
public sealed class SynchronousSubject : BoltSubject
{
    public override string Name => "Bolt, synchronous";

    public override string Setup => "As the first, with `Delivery.Synchronous`.";

    public override void Add(ILoggingBuilder builder, Stream output) => builder.AddBolt(options =>
    {
        options.Include = RecordParts.Default | RecordParts.EventId;
        options.Delivery = Delivery.Synchronous;
        options.Sinks.Add(new StreamSink(output, leaveOpen: true));
    });
}
