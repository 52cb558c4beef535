using Microsoft.Extensions.Logging;

namespace Bolt.Runtime;

/// <summary>What a host's configuration says of one category.</summary>
/// <param name="Level">Bolt's least level there.</param>
/// <param name="Filter">What else must hold for a record of a level; null for nothing.</param>
/// <param name="Others">The host's other providers; null for none.</param>
internal readonly record struct CategoryRule(LogLevel Level, Func<LogLevel, bool>? Filter, ILogger? Others);
