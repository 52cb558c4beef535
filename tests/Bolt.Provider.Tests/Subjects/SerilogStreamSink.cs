using System.Text;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting;

namespace Bolt.Provider.Tests.Subjects;

/// <summary>Serilog's text writer sink, which is a package of its own: each event is formatted, then written in one piece.</summary>
internal sealed class SerilogStreamSink(Stream output, ITextFormatter formatter) : ILogEventSink
{
    public void Emit(LogEvent logEvent)
    {
        var text = new StringWriter { NewLine = "\n" };
        formatter.Format(logEvent, text);
        output.Write(Encoding.UTF8.GetBytes(text.ToString()));
    }
}
