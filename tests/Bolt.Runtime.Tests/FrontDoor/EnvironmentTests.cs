using Microsoft.Extensions.Logging;

namespace Bolt.Runtime.Tests;

[Collection(nameof(ProcessWide))]
public sealed class EnvironmentTests
{
    [Fact]
    public void The_environment_wins_over_code()
    {
        WithVariable("BOLT_LEVEL", "error", () =>
        {
            using var recorder = new Recorder(options => options.MinimumLevel = LogLevel.Trace);
            recorder.Logger.LogWarning("no");
            recorder.Logger.LogError("yes");
            Assert.Equal("""{"level":"error","message":"yes"}""", recorder.Line);
        });
        WithVariable("BOLT_EVENT_POOL_SIZE", "77", () =>
        {
            using var recorder = new Recorder();
            Assert.Equal(77, recorder.Factory.Pipeline.Pool.Size);
        });
    }

    [Fact]
    public void A_bad_value_is_reported_once_through_the_logger_and_the_handler_and_ignored()
    {
        WithVariable("BOLT_LEVEL", "loud", () =>
        {
            using var recorder = new Recorder();
            Assert.Contains("BOLT_LEVEL is 'loud'", recorder.Line, StringComparison.Ordinal);
            LogError error = Assert.Single(recorder.Errors);
            Assert.Equal(LogErrorReason.Configuration, error.Reason);
            Assert.True(recorder.Logger.IsEnabled(LogLevel.Trace));
        });
    }

    [Fact]
    public void A_factory_that_must_not_depend_on_the_machine_does_not_read_it()
    {
        WithVariable("BOLT_LEVEL", "error", () =>
        {
            using var recorder = new Recorder(options => options.UseEnvironment = false);
            recorder.Logger.LogTrace("yes");
            Assert.Equal("""{"level":"trace","message":"yes"}""", recorder.Line);
        });
        WithVariable("BOLT_EVENT_POOL_SIZE", "many", () =>
        {
            using var recorder = new Recorder(options => options.UseEnvironment = false);
            Assert.Empty(recorder.Lines);
            Assert.Equal(8192, recorder.Factory.Pipeline.Pool.Size);
        });
    }

    private static void WithVariable(string name, string value, Action test)
    {
        string? before = Environment.GetEnvironmentVariable(name);
        Environment.SetEnvironmentVariable(name, value);
        try
        {
            test();
        }
        finally
        {
            Environment.SetEnvironmentVariable(name, before);
        }
    }
}
