using Microsoft.Extensions.Hosting;

namespace Bolt.Hosting.Tests;

/// <summary>What the environment says is the whole process's.</summary>
[CollectionDefinition(nameof(EnvironmentTests), DisableParallelization = true)]
[Collection(nameof(EnvironmentTests))]
public sealed class EnvironmentTests
{
    [Theory]
    [InlineData("debug", "Anything", LogLevel.Debug)]
    [InlineData("debug", "Microsoft.Hosting", LogLevel.Warning)]
    [InlineData("error", "Microsoft.Hosting", LogLevel.Error)]
    [InlineData("error", "Anything", LogLevel.Error)]
    [InlineData("nonsense", "Anything", LogLevel.Information)]
    public void Its_level_is_the_least_of_all_and_that_of_categories_without_a_rule(string level, string category, LogLevel least)
    {
        Environment.SetEnvironmentVariable("BOLT_LEVEL", level);
        try
        {
            var sink = new RecordSink();
            using IHost host = Hosts.Create(sink, [new("Logging:LogLevel:Default", "Information"), new("Logging:LogLevel:Microsoft", "Warning")]);
            ILogger logger = host.Logger(category);
            Assert.True(logger.IsEnabled(least));
            Assert.False(logger.IsEnabled(least - 1));
            Assert.Equal(level == "nonsense" ? 1 : 0, sink.Lines.Length);
        }
        finally
        {
            Environment.SetEnvironmentVariable("BOLT_LEVEL", null);
        }
    }
}
