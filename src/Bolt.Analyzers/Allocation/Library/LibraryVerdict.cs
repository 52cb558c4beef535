namespace Bolt.Analyzers.Allocation.Library;

/// <summary>What is known of a member of the framework. The numbers are those of the table.</summary>
internal enum LibraryVerdict
{
    /// <summary>Nothing: it runs what cannot be known, or allocates in some cases only.</summary>
    Unknown = -1,

    /// <summary>No call allocates, failures and first calls aside.</summary>
    Free = 0,

    /// <summary>No call allocates if comparing, hashing and computing with the type arguments does not.</summary>
    FreeForSimpleArguments = 1,

    /// <summary>A call allocates, as a rule.</summary>
    Allocates = 2,

    /// <summary>It allocates at times by design, as a list does that grows, and is meant to be used so.</summary>
    Amortised = 3,

    /// <summary>It allocates, and what it made is its result.</summary>
    ReturnsNew = 4,
}
