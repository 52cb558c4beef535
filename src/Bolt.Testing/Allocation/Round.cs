namespace Bolt.Testing.Allocation;

/// <summary>What a number of calls allocated on their thread.</summary>
internal readonly record struct Round(int Calls, long Bytes)
{
    internal double PerCall => (double)Bytes / Calls;
}
