using Tail.Filters;
using Tail.Input;
using Tail.Output;

namespace Tail;

/// <summary>Shows the lines of a log that match.</summary>
/// <param name="input">The log.</param>
/// <param name="filter">What records must meet.</param>
/// <param name="showsOthers">Whether lines that are no records are shown.</param>
/// <param name="shown">Where lines go.</param>
/// <param name="progress">Is told how far it is.</param>
internal sealed class LogView(LogInput input, RecordFilter filter, bool showsOthers, ShownLines shown, Progress progress)
{
    private readonly LineBuffer _lines = new();

    /// <summary>Lines so far that are not one JSON object; empty lines are not counted.</summary>
    public long Others { get; private set; }

    /// <summary>Shows the log to its end, or until interrupted.</summary>
    /// <exception cref="IOException">Reading or writing failed.</exception>
    public void Run(CancellationToken interrupted)
    {
        bool isLive = input.Total == 0;
        while (true)
        {
            Step step = input.Read(_lines.Room(), out int count, interrupted);
            _lines.Add(count);
            while (_lines.TryTake(out Line line))
                Show(line);

            // Followed, a line without an end is one that is just being written.
            if (step is Step.NextFile or Step.End && _lines.TryTakeRest(out Line rest))
                Show(rest);
            if (step is Step.CaughtUp or Step.End)
            {
                isLive = true;
                shown.ShowLast();
            }

            // What there was at first goes out in full batches, what comes later at once.
            if (isLive)
                shown.Flush();
            else
                progress.Report(input.Position, input.Total);

            if (step == Step.End)
                break;
        }

        progress.Clear();
    }

    private void Show(Line line)
    {
        if (line.Bytes.IsEmpty)
            return;

        Verdict verdict = line.IsWhole ? filter.Judge(line.Bytes) : Verdict.NoRecord;
        if (verdict == Verdict.NoRecord)
            Others++;
        if (verdict == Verdict.Meets || (verdict == Verdict.NoRecord && showsOthers))
            shown.Add(line.Bytes);
    }
}
