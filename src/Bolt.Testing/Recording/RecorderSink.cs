namespace Bolt.Testing.Recording;

/// <summary>Takes records apart and hands them to a list.</summary>
internal sealed class RecorderSink(RecordList list) : LogSink
{
    public override bool MayBlock => false;

    public override void Write(ReadOnlySpan<byte> records, int count)
    {
        var batch = new LogRecord[count];
        for (int i = 0; i < count; i++)
        {
            int end = records.IndexOf((byte)'\n');
            batch[i] = new LogRecord(records[..end]);
            records = records[(end + 1)..];
        }

        list.Add(batch);
    }
}
