namespace Bolt.AllocationScore;

/// <summary>A project of the corpus, compiled.</summary>
/// <param name="Name">The project's name.</param>
/// <param name="Assembly">The assembly.</param>
/// <param name="References">What it was compiled with.</param>
/// <param name="Log">What the rules said, as SARIF 2.1.</param>
internal sealed record CompiledProject(string Name, string Assembly, string[] References, string Log);
