namespace Bolt.Runtime;

/// <summary>What few records have, encoded into the lane's values before the record is begun: fields of enrichers and scopes, and error, thread id and call site for the tail.</summary>
[ZeroAlloc]
internal sealed class RecordExtras
{
    private bool _hasCallSite;
    private string? _file;
    private string? _member;
    private int _line;

    [AllowAllocation("Once for each lane.")]
    internal RecordExtras()
    {
        EnrichedKeys = [];
    }

    /// <summary>Where the scopes' fields start among the values, and end.</summary>
    internal int ScopesStart { get; private set; }

    /// <inheritdoc cref="ScopesStart"/>
    internal int ScopesEnd { get; private set; }

    /// <summary>Where the tail's parts start among the values, and end.</summary>
    internal int TailStart => ScopesEnd;

    /// <inheritdoc cref="TailStart"/>
    internal int TailEnd { get; private set; }

    /// <summary>Where the enrichers' fields start among the values, and end.</summary>
    internal int EnrichedStart { get; private set; }

    /// <inheritdoc cref="EnrichedStart"/>
    internal int EnrichedEnd { get; private set; }

    /// <summary>The keys of the enrichers' fields.</summary>
    internal List<string> EnrichedKeys { get; }

    internal int Length => (TailEnd - ScopesStart) + (EnrichedEnd - EnrichedStart);

    internal void BeginEnriching(ValueBuffer values)
    {
        EnrichedStart = EnrichedEnd = values.Position;
        EnrichedKeys.Clear();
    }

    internal void EndEnriching(ValueBuffer values) => EnrichedEnd = values.Position;

    internal void SetCallSite(string? file, int line, string? member)
    {
        _hasCallSite = true;
        _file = file;
        _line = line;
        _member = member;
    }

    internal void Append(ValueBuffer values, BoltLogger logger, IReadOnlyCollection<string> callKeys, Exception? exception)
    {
        RecordParts include = logger.Pipeline.Include;
        ScopesStart = values.Position;
        if (logger.Pipeline.MayHaveScopes)
        {
            using (ExpectedAllocations.For(ExpectedAllocation.Scope))
                ScopeFields.Append(values, logger, callKeys, EnrichedKeys);
        }

        ScopesEnd = values.Position;
        if (exception is not null)
        {
            using (ExpectedAllocations.For(ExpectedAllocation.Exception))
                ExceptionFields.Append(values, exception, include);
        }

        if ((include & RecordParts.ThreadId) != 0)
        {
            values.Literal(",\"thread_id\":"u8);
            values.Value(Environment.CurrentManagedThreadId);
        }

        if (_hasCallSite)
        {
            CallSiteText.Append(values, _file, _line, _member);
            _hasCallSite = false;
            _file = null;
            _member = null;
        }

        TailEnd = values.Position;
    }
}
