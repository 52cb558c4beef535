using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Bolt.Testing.Recording;
using Bolt.Testing.Values;
using Microsoft.Extensions.Logging;

namespace Bolt.Testing;

/// <summary>
/// Records, and the query that chose them: each member that narrows them down returns those of these records that meet one more condition, in
/// the same order. Immutable.
/// </summary>
/// <remarks>
/// Names and texts are compared exactly, case included; null is an <see cref="ArgumentNullException"/> where it is not a field's value. A failure's
/// message says how many records met each condition, and shows what was recorded.
/// </remarks>
public sealed class LogRecords : IReadOnlyList<LogRecord>
{
    private const int MostLines = 50;
    private const int MostCharacters = 1000;

    private readonly LogRecord[] _records;

    /// <summary>What these were chosen from, by <see cref="_condition"/>; null for all that was recorded.</summary>
    private readonly LogRecords? _from;
    private readonly string _condition = "";

    internal LogRecords(LogRecord[] records)
    {
        _records = records;
    }

    private LogRecords(LogRecords from, string condition, Predicate<LogRecord> meets)
    {
        _records = Array.FindAll(from._records, meets);
        _from = from;
        _condition = condition;
    }

    /// <summary>How many there are.</summary>
    public int Count => _records.Length;

    /// <summary>One of them.</summary>
    /// <param name="index">Its place, from 0.</param>
    /// <exception cref="LogAssertionException">There are not so many; the message says how far the query came, and what was recorded.</exception>
    public LogRecord this[int index] => (uint)index < (uint)_records.Length
        ? _records[index]
        : throw Failure(string.Create(CultureInfo.InvariantCulture, $"at least {index + 1L} records"));

    /// <summary>Those of an event.</summary>
    /// <param name="name">The event's name; of a <see cref="LogEventAttribute"/> method, the method's unless it declares another.</param>
    public LogRecords Event(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Choose($"event '{name}'", record => record.EventName == name);
    }

    /// <summary>Those of an event.</summary>
    /// <param name="id">The event's number.</param>
    public LogRecords Event(int id) => Choose($"event id {id}", record => record.EventId == id);

    /// <summary>Those of a level.</summary>
    /// <param name="level">The level.</param>
    public LogRecords Level(LogLevel level) => Choose($"level {LevelName.Of(level)}", record => record.Level == level);

    /// <summary>Those of a level or a more severe one.</summary>
    /// <param name="level">The least level.</param>
    public LogRecords AtLeast(LogLevel level) => Choose($"level {LevelName.Of(level)} or above", record => record.Level >= level);

    /// <summary>Those of a category.</summary>
    /// <param name="name">The category.</param>
    public LogRecords Category(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Choose($"category '{name}'", record => record.Category == name);
    }

    /// <summary>Those of the category that <see cref="ILogger{T}"/> has.</summary>
    /// <typeparam name="T">The type that the category is named after.</typeparam>
    public LogRecords Category<T>() => Category(CategoryName.Of<T>());

    /// <summary>Those with a message.</summary>
    /// <param name="text">The whole message, with its values.</param>
    public LogRecords Message(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Choose($"message '{text}'", record => record.Message == text);
    }

    /// <summary>Those with a text in their message.</summary>
    /// <param name="text">A part of the message.</param>
    public LogRecords MessageContaining(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Choose($"'{text}' in the message", record => record.Message.Contains(text, StringComparison.Ordinal));
    }

    /// <summary>Those with a field, be its value null.</summary>
    /// <param name="field">The field's name.</param>
    public LogRecords With(string field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return Choose($"field '{field}'", record => record.Has(field));
    }

    /// <summary>Those with a field of a value: of the call, bound, or of a scope.</summary>
    /// <param name="field">The field's name.</param>
    /// <param name="value">
    /// The value, of the type that was logged: numbers are equal whatever their types; collections element by element; a nested object is a
    /// dictionary, or an object of any type that has its properties and value equality (a record).
    /// </param>
    public LogRecords With(string field, object? value)
    {
        ArgumentNullException.ThrowIfNull(field);
        return Choose($"field '{field}' = {ExpectedValue.Text(value)}", record => record.Field(field) is { } actual && ExpectedValue.Matches(actual, value));
    }

    /// <summary>Those with a field whose value, as a type, meets a condition. A value of another type does not.</summary>
    /// <typeparam name="T">The type; see <see cref="LogValue.As{T}"/>.</typeparam>
    /// <param name="field">The field's name.</param>
    /// <param name="condition">The condition.</param>
    /// <param name="text">The condition's text, for messages; the compiler passes it.</param>
    public LogRecords With<T>(string field, Predicate<T> condition, [CallerArgumentExpression(nameof(condition))] string text = "")
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(condition);
        return Choose($"field '{field}': {text}", record => record.Field(field) is { } actual && FieldValue.TryRead(actual, out T? value, out _) && condition(value!));
    }

    /// <summary>Those without a field.</summary>
    /// <param name="field">The field's name.</param>
    public LogRecords Without(string field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return Choose($"no field '{field}'", record => !record.Has(field));
    }

    /// <summary>Those with an exception of exactly this type.</summary>
    /// <typeparam name="TException">The exception's type; not a base type of it, which a record does not tell.</typeparam>
    public LogRecords Error<TException>()
        where TException : Exception => Choose($"error {typeof(TException)}", record => record.ErrorType == typeof(TException).ToString());

    /// <summary>Those with an exception of a message.</summary>
    /// <param name="message">The exception's whole message.</param>
    public LogRecords Error(string message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return Choose($"error '{message}'", record => record.Error == message);
    }

    /// <summary>Those logged within a scope that is a text, or was written as one. What a scope of key-value pairs says is a field.</summary>
    /// <param name="text">The scope's text.</param>
    public LogRecords Scope(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Choose($"scope '{text}'", record => record.Scopes.Contains(text));
    }

    /// <summary>Those of a trace.</summary>
    /// <param name="traceId">The trace's id, 32 hexadecimal digits: <c>activity.TraceId.ToString()</c>.</param>
    public LogRecords Trace(string traceId)
    {
        ArgumentNullException.ThrowIfNull(traceId);
        return Choose($"trace '{traceId}'", record => record.TraceId == traceId);
    }

    /// <summary>Those that meet a condition.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="text">The condition's text, for messages; the compiler passes it.</param>
    public LogRecords Where(Predicate<LogRecord> condition, [CallerArgumentExpression(nameof(condition))] string text = "")
    {
        ArgumentNullException.ThrowIfNull(condition);
        return Choose($"{text}", condition);
    }

    /// <summary>The one record.</summary>
    /// <exception cref="LogAssertionException">There is none, or more than one; the message says how far the query came, and what was recorded.</exception>
    public LogRecord Single() => Exactly(1)[0];

    /// <summary>The first record.</summary>
    /// <exception cref="LogAssertionException">There is none; the message says how far the query came, and what was recorded.</exception>
    public LogRecord First() => Some()[0];

    /// <summary>The last record.</summary>
    /// <exception cref="LogAssertionException">There is none; the message says how far the query came, and what was recorded.</exception>
    public LogRecord Last() => Some()[Count - 1];

    /// <summary>Fails unless there are so many records.</summary>
    /// <param name="count">How many there must be.</param>
    /// <returns>The same records.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    /// <exception cref="LogAssertionException">There are fewer, or more; the message says how far the query came, and what was recorded.</exception>
    public LogRecords Exactly(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return Count == count ? this : throw Failure(count switch { 0 => "no record", 1 => "one record", _ => string.Create(CultureInfo.InvariantCulture, $"{count} records") });
    }

    /// <summary>Fails if there is any record.</summary>
    /// <exception cref="LogAssertionException">There is one; the message shows them.</exception>
    public void None() => Exactly(0);

    /// <inheritdoc/>
    public IEnumerator<LogRecord> GetEnumerator() => ((IEnumerable<LogRecord>)_records).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal LogRecords Some() => Count > 0 ? this : throw Failure("at least one record");

    /// <summary>What to throw where there should have been something else.</summary>
    /// <param name="expected">How many records there should have been.</param>
    internal LogAssertionException Failure(string expected)
    {
        List<LogRecords> steps = [];
        for (LogRecords? step = this; step is not null; step = step._from)
            steps.Insert(0, step);

        LogRecord[] all = steps[0]._records;
        var text = new StringBuilder();
        string conditions = string.Join(", ", steps.Skip(1).Select(static step => step._condition));
        text.Append(CultureInfo.InvariantCulture, $"Expected {expected}{(conditions.Length > 0 ? " with " : "")}{conditions}, but there {(Count == 1 ? "is" : "are")} {(Count == 0 ? "none" : Count)}.\n");
        if (steps.Count > 2)
        {
            text.Append(CultureInfo.InvariantCulture, $"Of {all.Length} recorded, ");
            text.AppendJoin(", of these ", steps.Skip(1).Select(static step => string.Create(CultureInfo.InvariantCulture, $"{step.Count} with {step._condition}")));
            text.Append(".\n");
        }

        // Where there are some too many, they are what matters; where there is none, whatever came near it.
        Show(text, Count > 0 ? "Found" : "Recorded", Count > 0 ? _records : all);
        return new LogAssertionException(text.ToString());
    }

    private static void Show(StringBuilder text, string title, LogRecord[] records)
    {
        if (records.Length == 0)
        {
            text.Append("Nothing was recorded.");
            return;
        }

        text.Append(title).Append(':');
        foreach (LogRecord record in records.Take(MostLines))
        {
            string line = record.ToString();
            text.Append("\n  ").Append(line.Length > MostCharacters ? string.Concat(line.AsSpan(0, MostCharacters), "…") : line);
        }

        if (records.Length > MostLines)
            text.Append(CultureInfo.InvariantCulture, $"\n  and {records.Length - MostLines} more");
    }

    private LogRecords Choose(FormattableString condition, Predicate<LogRecord> meets) => new(this, FormattableString.Invariant(condition), meets);
}
