using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Bolt.Runtime;

/// <summary>Who wants a category's events where that is not Bolt alone by level alone: Bolt by a filter of its own, and the host's other providers.</summary>
/// <param name="own">Bolt's least level, as a number.</param>
/// <param name="filter">What else must hold for Bolt to write a record of a level; null for nothing.</param>
/// <param name="others">The other providers, as one logger of the category; null for none.</param>
internal sealed class CategoryAudience(int own, Func<LogLevel, bool>? filter, ILogger? others)
{
    internal ILogger? Others => others;

    /// <summary>Whether Bolt writes records of the level.</summary>
    internal bool IncludesBolt(LogLevel level)
    {
        if ((int)level < own)
            return false;

        try
        {
            return filter is null || filter(level);
        }
        catch (Exception exception)
        {
            // A log call does not throw, and loses nothing because a filter is broken.
            Trace.TraceError("A logging filter failed, and the record is written: {0}", exception);
            return true;
        }
    }

    /// <summary>Whether another provider wants records of the level.</summary>
    internal bool IncludesOthers(LogLevel level)
    {
        try
        {
            return others is not null && others.IsEnabled(level);
        }
        catch (Exception exception)
        {
            Trace.TraceError("A logging provider failed when it was asked whether it is enabled: {0}", exception);
            return false;
        }
    }

    internal bool IsEnabled(LogLevel level) => IncludesBolt(level) || IncludesOthers(level);
}
