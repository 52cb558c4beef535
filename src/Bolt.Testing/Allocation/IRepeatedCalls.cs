namespace Bolt.Testing.Allocation;

/// <summary>An action that can be called again.</summary>
internal interface IRepeatedCalls
{
    /// <summary>Calls it so many times.</summary>
    void Call(int calls);
}
