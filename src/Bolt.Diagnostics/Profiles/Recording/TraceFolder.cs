namespace Bolt.Diagnostics.Profiles.Recording;

/// <summary>The files of one profile, readable by nobody else, and deleted with it: they hold what was in memory.</summary>
internal sealed class TraceFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bolt-profile-");
    private int _files;

    /// <summary>A path in the folder for a file that does not exist yet.</summary>
    public string NewFile() => Path.Combine(_folder.FullName, $"{++_files}.nettrace");

    public void Dispose()
    {
        try
        {
            _folder.Delete(recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // A profile that has been taken is not lost for a file that somebody holds open.
        }
    }
}
