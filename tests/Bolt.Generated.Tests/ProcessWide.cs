namespace Bolt.Generated.Tests;

/// <summary>Tests that look at what the whole process shares (how events are redacted behind other loggers) run one after the other.</summary>
[CollectionDefinition(nameof(ProcessWide), DisableParallelization = true)]
public sealed class ProcessWide;
