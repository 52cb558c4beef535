namespace Bolt.Runtime.Tests;

/// <summary>Tests that look at what the whole process shares (the flusher, threads, environment) run one after the other.</summary>
[CollectionDefinition(nameof(ProcessWide), DisableParallelization = true)]
public sealed class ProcessWide;
