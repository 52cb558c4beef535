namespace Bolt.Migration.Tests;

/// <summary>What the rows log.</summary>
public sealed record User(string Name, int Age);

/// <summary>An order's way.</summary>
public enum OrderState
{
    New,
    Paid,
}
