namespace Bolt.Gate;

/// <summary>Which members the engine reads.</summary>
public enum GateScope
{
    /// <summary>Those under [ZeroAlloc]; those under [AllowAllocation] only to count what that excuses.</summary>
    Attributed,

    /// <summary>All that somebody wrote.</summary>
    All,
}
