using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bolt.Testing.Recording;

/// <summary>The category that <see cref="ILogger{T}"/> has, as Microsoft.Extensions.Logging itself names it.</summary>
internal static class CategoryName
{
    internal static string Of<T>()
    {
        var listener = new Listener();
        _ = new Logger<T>(listener);
        return listener.Category;
    }

    private sealed class Listener : ILoggerFactory
    {
        internal string Category { get; private set; } = "";

        public ILogger CreateLogger(string categoryName)
        {
            Category = categoryName;
            return NullLogger.Instance;
        }

        public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException("It only listens.");

        public void Dispose()
        {
        }
    }
}
