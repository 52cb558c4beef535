using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;

namespace Bolt.Runtime;

/// <summary>What decides whether a call of a category's loggers is written. Shared by its logger and all children, and changed while they live.</summary>
internal sealed class CategoryGate
{
    /// <summary>The least level that anybody wants, as a number: the one thing that a disabled call reads.</summary>
    internal int Minimum;

    /// <summary>Who else is to be asked; null where the level alone decides and Bolt alone writes.</summary>
    internal CategoryAudience? Audience;

    /// <summary>Whether anybody may want records of the level: all that a call asks before its arguments are evaluated.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool Admits(LogLevel level) => (int)level >= Minimum && level != LogLevel.None;

    internal bool IsEnabled(LogLevel level) => Admits(level) && (Audience is not { } audience || audience.IsEnabled(level));
}
