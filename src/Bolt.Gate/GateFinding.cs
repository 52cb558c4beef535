using Bolt.Gate.Detection;
using Bolt.Gate.Reading;

namespace Bolt.Gate;

/// <summary>An allocation in a member that the engine read.</summary>
/// <param name="Member">The documentation id of the member that the code was written in.</param>
/// <param name="MemberName">Its name, for messages.</param>
/// <param name="Kind">What is allocated.</param>
/// <param name="Text">Cause, type and cure.</param>
/// <param name="Place">Where; null if the debug information does not say.</param>
/// <param name="Excuse">Why [AllowAllocation] says it is accepted; null if it does not.</param>
public sealed record GateFinding(string Member, string MemberName, AllocationKind Kind, string Text, SourcePlace? Place, string? Excuse);
