using Bolt.Analyzers.Logging;
using Bolt.Analyzers.Tests.Catalogue;
using Bolt.Analyzers.Tests.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace Bolt.Analyzers.Tests.Logging;

/// <summary>Code as it is while it is being written: the analyzers of logging must not fail on it.</summary>
public sealed class BrokenCodeTests
{
    private const string Source =
        """
        public class Service(ILogger logger)
        {
            public void Run(int id, string text, Exception? error, ILogger? other)
            {
                logger.LogError(error, $"Failed {id,5:X} of {text.Trim()}", text);
                logger.LogError("Failed {Error}" + id, error?.InnerException?.Message ?? "none");
                if (other?.IsEnabled(LogLevel.Debug) == true && !logger.IsEnabled(LogLevel.Trace))
                    other?.LogDebug(new EventId(1, "Name"), string.Format("{0} {1}", id, text), [id, text]);
                Log.Failed(logger, null, error: error.ToString(), password: text);
                logger.Log(LogLevel.Warning, id switch { 1 => "a", _ => text[1..] }, new { id }, (id, text));
            }
        }

        public static partial class Log
        {
            [LogEvent(LogLevel.Error, "Failed {Error}", EventId = 1, EventName = "Failed")]
            public static partial void Failed(ILogger logger, Exception? exception, string? error, string password);

            [LoggerMessage(1, LogLevel.Error, "Failed {Error}")]
            public static partial void Others(ILogger logger, string error);
        }
        """;

    [Theory]
    [InlineData(0)]
    [InlineData(8)]
    [InlineData(16)]
    [InlineData(24)]
    public async Task No_analyzer_fails(int start)
    {
        // The text up to a place, and the text with a hole in that place.
        for (var i = start; i < Source.Length; i += 32)
        {
            await Check(Source[..i]);
            await Check(Source.Remove(i, Math.Min(9, Source.Length - i)));
        }
    }

    private static async Task Check(string source)
    {
        var diagnostics = await TestCompilation.Create(source)
            .WithAnalyzers([.. Rules.Analyzers.Where(analyzer => analyzer.GetType().Namespace == typeof(LogCall).Namespace)])
            .GetAnalyzerDiagnosticsAsync();
        Assert.DoesNotContain(diagnostics, diagnostic => diagnostic.Id == "AD0001");
    }
}
