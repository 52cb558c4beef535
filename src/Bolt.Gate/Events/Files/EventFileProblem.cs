namespace Bolt.Gate.Events.Files;

/// <summary>A line that a file of events must not have.</summary>
/// <param name="Number">Where it stands, from 0.</param>
/// <param name="Text">What is wrong with it, and the cure.</param>
internal sealed record EventFileProblem(int Number, string Text);
