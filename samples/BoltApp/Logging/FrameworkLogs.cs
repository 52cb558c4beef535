using Bolt;

namespace BoltApp.Logging;

/// <summary>Hands the framework's loggers the factory that the application has.</summary>
internal sealed class FrameworkLogs(BoltLoggerFactory factory) : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => factory.CreateLogger(categoryName);

    public void Dispose()
    {
        // Program disposes the factory, after the last thing it logs.
    }
}
