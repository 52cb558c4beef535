namespace Bolt.Sinks;

/// <summary>What readers of other systems' lines expect of a record; see <see cref="ShapedSink"/>.</summary>
public enum RecordShape
{
    /// <summary>
    /// The keys of Go Bolt: <c>level</c> first, then <c>timestamp</c>, the rest as it is with <c>stack</c> for <c>error_stack</c> and
    /// <c>caller</c> for <c>call_site</c>, <c>message</c> last.
    /// </summary>
    GoBolt,

    /// <summary>
    /// The compact log event format of Serilog.Formatting.Compact: <c>@t</c>, <c>@m</c>, <c>@i</c> (the event's name), <c>@l</c> with
    /// Serilog's names of levels (none for Information), <c>@x</c>, <c>@tr</c>, <c>@sp</c>, then <c>SourceContext</c> and the fields. A field
    /// whose key begins with <c>@</c> gets a second one. Its readers demand <c>@t</c>: leave <see cref="RecordParts.Timestamp"/> in.
    /// </summary>
    SerilogCompact,

    /// <summary>
    /// The Elastic Common Schema, 8.11, with dotted keys: <c>@timestamp</c>, <c>log.level</c>, <c>message</c>, <c>ecs.version</c>,
    /// <c>log.logger</c>, <c>event.code</c>, <c>event.action</c>, <c>error.*</c>, <c>trace.id</c>, <c>span.id</c>, <c>process.thread.id</c>. A field
    /// whose key holds a dot names a field of the schema and stays as it is; any other is in <c>labels</c>, or in <c>metadata</c> if it
    /// is an object or holds one.
    /// </summary>
    Ecs,
}
