using System.Reflection;
using System.Text;
using Bolt.Sinks;
using Microsoft.CodeAnalysis;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Bolt.Analyzers.Tests.Logging;

/// <summary>What a program writes through Bolt: one with <c>Program.Run(ILogger)</c>.</summary>
internal static class LoggedRecords
{
    /// <summary>Runs the program; its records in their order.</summary>
    public static string[] Of(Compilation program, RecordParts parts)
    {
        using var assembly = new MemoryStream();
        var result = program.Emit(assembly);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)));
        using var output = new MemoryStream();
        using (var factory = BoltLoggerFactory.Create(options =>
        {
            options.MinimumLevel = LogLevel.Trace;
            options.Include = parts;
            options.Delivery = Delivery.Synchronous;
            options.Sinks.Add(new StreamSink(output, leaveOpen: true));
        }))
        {
            Assembly.Load(assembly.ToArray()).GetType("Program")!.GetMethod("Run")!.Invoke(null, [factory.CreateLogger("test")]);
        }

        return Encoding.UTF8.GetString(output.ToArray()).TrimEnd('\n').Split('\n');
    }
}
