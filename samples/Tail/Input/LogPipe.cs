namespace Tail.Input;

/// <summary>Standard input, or a pipe that has a name: read once, to its end.</summary>
internal sealed class LogPipe(Stream stream, string name) : LogInput
{
    public override Step Read(Memory<byte> room, out int count, CancellationToken interrupted)
    {
        try
        {
            // A read of a pipe cannot be interrupted. One that is left waiting keeps no process alive.
            Task<int> reading = Task.Run(() => stream.Read(room.Span), CancellationToken.None);
            reading.WaitAsync(interrupted).GetAwaiter().GetResult();
            count = reading.Result;
            return count > 0 ? Step.Bytes : Step.End;
        }
        catch (OperationCanceledException)
        {
            count = 0;
            return Step.End;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"{name} cannot be read: {error.Message}", error);
        }
    }

    public override void Dispose() => stream.Dispose();
}
