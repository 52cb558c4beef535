using System.Globalization;

namespace Bolt.Sinks;

/// <summary>The files that a log file leaves behind: <c>app.log</c> becomes <c>app.20261123.log</c>, then <c>app.20261123.1.log</c>, and so on.</summary>
internal sealed class RolledFiles(string path)
{
    private const string DayFormat = "yyyyMMdd";

    private readonly string _directory = Path.GetDirectoryName(path)!;
    private readonly string _stem = Path.GetFileNameWithoutExtension(path) + ".";
    private readonly string _extension = Path.GetExtension(path);

    /// <summary>Gives the log file the name after the newest of the day. The caller sees to it that nobody else does so at the same time.</summary>
    public void MoveAway(DateOnly day)
    {
        var number = -1;
        foreach (var file in All())
        {
            if (file.Day == day && file.Number > number)
                number = file.Number;
        }

        File.Move(path, Path.Combine(_directory, Name(day, number + 1)), overwrite: false);
    }

    /// <summary>Deletes the oldest files beyond the count. One that cannot be deleted does not keep the others.</summary>
    public void Retain(int count)
    {
        var files = OldestFirst();
        Exception? failure = null;
        for (var i = 0; i < files.Count - count; i++)
        {
            try
            {
                File.Delete(files[i]);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                failure = error;
            }
        }

        if (failure is not null)
            throw new IOException($"Cannot delete an old log file of '{path}': {failure.Message}", failure);
    }

    /// <summary>The paths of the files that are there.</summary>
    public List<string> OldestFirst()
    {
        var files = All();
        files.Sort();
        return files.ConvertAll(file => Path.Combine(_directory, Name(file.Day, file.Number)));
    }

    private List<RolledFile> All()
    {
        var files = new List<RolledFile>();
        foreach (var file in Directory.EnumerateFiles(_directory))
        {
            if (TryParse(Path.GetFileName(file.AsSpan()), out var rolled))
                files.Add(rolled);
        }

        return files;
    }

    private string Name(DateOnly day, int number)
    {
        var date = day.ToString(DayFormat, CultureInfo.InvariantCulture);
        return number == 0 ? $"{_stem}{date}{_extension}" : string.Create(CultureInfo.InvariantCulture, $"{_stem}{date}.{number}{_extension}");
    }

    // Whatever is not exactly a name that we give belongs to somebody else.
    private bool TryParse(ReadOnlySpan<char> name, out RolledFile file)
    {
        file = default;
        if (name.Length < _stem.Length + DayFormat.Length + _extension.Length || !name.StartsWith(_stem, StringComparison.Ordinal) || !name.EndsWith(_extension, StringComparison.Ordinal))
            return false;

        var middle = name[_stem.Length..^_extension.Length];
        var number = 0;
        if (!DateOnly.TryParseExact(middle[..DayFormat.Length], DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return false;
        if (middle.Length > DayFormat.Length
            && (middle[DayFormat.Length] != '.' || !int.TryParse(middle[(DayFormat.Length + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out number)
                || number == int.MaxValue))
            return false;

        file = new RolledFile(day, number);
        return name.SequenceEqual(Name(day, number));
    }

    private readonly record struct RolledFile(DateOnly Day, int Number) : IComparable<RolledFile>
    {
        public int CompareTo(RolledFile other)
        {
            var days = Day.CompareTo(other.Day);
            return days != 0 ? days : Number.CompareTo(other.Number);
        }
    }
}
