namespace Bolt.FrameworkTable;

/// <summary>What stands between a method and "allocates nothing".</summary>
[Flags]
internal enum Effects
{
    None,

    /// <summary>Some hot path allocates.</summary>
    Allocates = 1,

    /// <summary>Some hot path runs what cannot be known.</summary>
    Unknown = 2,

    /// <summary>It compares, hashes or computes values of its type parameters.</summary>
    DependsOnArguments = 4,
}

/// <summary>What type arguments a call fixes.</summary>
internal enum TypeArguments
{
    /// <summary>None, or only such whose own members do not allocate.</summary>
    Simple,

    /// <summary>Type parameters of the caller.</summary>
    Parameters,

    Other,
}

/// <summary>A call in hot code.</summary>
/// <param name="Index">The position of the instruction.</param>
/// <param name="Targets">What may run.</param>
/// <param name="Arguments">What it fixes.</param>
internal readonly record struct CallFact(int Index, MethodNode[] Targets, TypeArguments Arguments);

/// <summary>What the hot code of one method does, without what it calls.</summary>
internal sealed class MethodFacts
{
    public static MethodFacts None { get; } = new();

    public Effects Effects { get; set; }

    public string Reason { get; set; } = "";

    /// <summary>The positions of instructions that allocate.</summary>
    public HashSet<int> Allocations { get; } = [];

    public List<CallFact> Calls { get; } = [];

    /// <summary>Whether it returns what it allocated itself.</summary>
    public bool ReturnsNew { get; set; }

    /// <summary>Whether it returns one of its arguments, or what it was called on.</summary>
    public bool ReturnsArgument { get; set; }

    /// <summary>The positions of calls whose result it returns.</summary>
    public HashSet<int> ReturnedCalls { get; } = [];

    public void Add(Effects effect, string reason)
    {
        if ((Effects & effect) == effect)
            return;
        if (Reason.Length == 0 || effect == Effects.Allocates || Effects == Effects.DependsOnArguments)
            Reason = reason;
        Effects |= effect;
    }
}
