using System.Collections.Concurrent;

namespace Bolt.OpenTelemetry.Tests;

/// <summary>What a factory reports.</summary>
internal sealed class SinkErrors
{
    private readonly ConcurrentQueue<LogError> _errors = new();

    public IReadOnlyCollection<LogError> All => _errors;

    public int LostRecords => _errors.Sum(static error => error.RecordCount);

    public void Add(LogError error) => _errors.Enqueue(error);

    public async Task WaitForAsync(int count)
    {
        for (int i = 0; i < 3000 && _errors.Count < count; i++)
            await Task.Delay(10);
        Assert.True(_errors.Count >= count, $"{_errors.Count} of {count} errors were reported within 30 s.");
    }
}
