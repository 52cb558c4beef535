using Bolt.Generators.Catalogue;

namespace Bolt.Gate.Events.Files;

/// <summary>A line of a file of events.</summary>
/// <param name="Line">What it says, without the mark of a removal.</param>
/// <param name="IsRemoval">Whether it takes back a line that was shipped.</param>
/// <param name="Number">Where it stands, from 0.</param>
internal sealed record EventFileEntry(EventLine Line, bool IsRemoval, int Number);
