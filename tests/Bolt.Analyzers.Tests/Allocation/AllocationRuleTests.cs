using Bolt.Analyzers.Allocation;
using Bolt.Analyzers.Tests.Testing;

namespace Bolt.Analyzers.Tests.Allocation;

/// <summary>The rules BOLT1xxx. A violation stands in a [ZeroAlloc] member, for these rules speak of no other code unless told to.</summary>
public abstract class AllocationRuleTests : RuleTests<AllocationAnalyzer>;
