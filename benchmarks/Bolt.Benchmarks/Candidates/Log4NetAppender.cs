using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Bolt.Benchmarks.Workloads;
using log4net.Appender;
using log4net.Core;

namespace Bolt.Benchmarks.Candidates;

/// <summary>
/// JSON lines for log4net, which has no layout for them: time, level, logger, message, exception and properties by System.Text.Json, into a
/// buffer of 64 KiB. An appender and not a layout, because what a layout writes is UTF-16 and would be encoded once more.
/// </summary>
internal sealed class Log4NetAppender : AppenderSkeleton
{
    private const int Capacity = 64 * 1024;

    private readonly Stream _output;
    private readonly bool _withContext;
    private readonly ArrayBufferWriter<byte> _buffer = new(2 * Capacity);
    private readonly Utf8JsonWriter _json;

    /// <param name="output">Where records go; not disposed.</param>
    /// <param name="withContext">Whether the thread's properties are asked for, and not only the event's.</param>
    public Log4NetAppender(Stream output, bool withContext)
    {
        _output = output;
        _withContext = withContext;
        _json = new Utf8JsonWriter(_buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });
    }

    /// <summary>What log4net kept to itself.</summary>
    public Exception? Failure { get; private set; }

    public override bool Flush(int millisecondsTimeout)
    {
        lock (_json)
            Empty();

        return true;
    }

    // log4net calls an appender under its lock.
    protected override void Append(LoggingEvent loggingEvent)
    {
        try
        {
            lock (_json)
            {
                Write(loggingEvent);
                if (_buffer.WrittenCount >= Capacity)
                    Empty();
            }
        }
        catch (Exception exception)
        {
            Failure ??= exception;
            throw;
        }
    }

    private void Write(LoggingEvent loggingEvent)
    {
        _json.Reset();
        _json.WriteStartObject();
        _json.WriteString("time"u8, loggingEvent.TimeStampUtc);
        _json.WriteString("level"u8, loggingEvent.Level!.Name);
        _json.WriteString("category"u8, loggingEvent.LoggerName);
        _json.WriteString("message"u8, (string)loggingEvent.MessageObject!);
        if (loggingEvent.ExceptionObject is { } exception)
            _json.WriteString("error"u8, exception.ToString());

        foreach ((string name, object? value) in _withContext ? loggingEvent.GetProperties() : loggingEvent.Properties)
            Write(name, value);

        _json.WriteEndObject();
        _json.Flush();
        _buffer.Write("\n"u8);
    }

    private void Write(string name, object? value)
    {
        switch (value)
        {
            case string text: _json.WriteString(name, text); break;
            case int number: _json.WriteNumber(name, number); break;
            case long number: _json.WriteNumber(name, number); break;
            case double number: _json.WriteNumber(name, number); break;
            case bool flag: _json.WriteBoolean(name, flag); break;
            case Guid guid: _json.WriteString(name, guid); break;
            case DateTimeOffset time: _json.WriteString(name, time); break;
            case List<int> list: WriteObject(name, list, ShipmentJson.Default.ListInt32); break;
            case Shipment shipment: WriteObject(name, shipment, ShipmentJson.Default.Shipment); break;
            default: _json.WriteString(name, value?.ToString()); break;
        }
    }

    private void WriteObject<T>(string name, T value, JsonTypeInfo<T> type)
    {
        _json.WritePropertyName(name);
        JsonSerializer.Serialize(_json, value, type);
    }

    private void Empty()
    {
        _output.Write(_buffer.WrittenSpan);
        _buffer.ResetWrittenCount();
    }
}
