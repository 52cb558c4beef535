using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Bolt.Gate.Reading;

/// <summary>The portable debug information of an assembly, beside it or inside it.</summary>
internal sealed class SymbolFile : IDisposable
{
    private readonly MetadataReaderProvider _provider;

    private SymbolFile(MetadataReaderProvider provider)
    {
        _provider = provider;
        Reader = provider.GetMetadataReader();
    }

    public MetadataReader Reader { get; }

    /// <summary>Opens the debug information.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <param name="path">The file beside it.</param>
    /// <param name="problem">Why there is none, and what to set.</param>
    public static SymbolFile? TryOpen(LoadedAssembly assembly, string path, out string problem)
    {
        problem = "";
        var entries = assembly.Image.ReadDebugDirectory();
        try
        {
            var hasFile = false;
            foreach (var entry in entries)
            {
                if (entry.Type == DebugDirectoryEntryType.EmbeddedPortablePdb)
                    return new SymbolFile(assembly.Image.ReadEmbeddedPortablePdbDebugDirectoryData(entry));
                hasFile |= entry.Type == DebugDirectoryEntryType.CodeView;
            }

            // A file may still lie there from a build that made one.
            if (!hasFile)
            {
                problem = "has no debug information; set DebugType to portable or embedded";
                return null;
            }

            if (!File.Exists(path))
            {
                problem = "has no debug information: '" + path + "' does not exist; set DebugType to portable or embedded";
                return null;
            }

            var bytes = File.ReadAllBytes(path);
            if (bytes.Length < 4 || bytes[0] != 'B' || bytes[1] != 'S' || bytes[2] != 'J' || bytes[3] != 'B')
            {
                problem = bytes.Length > 12 && bytes[0] == 'M' && bytes[1] == 'i'
                    ? "has debug information in the Windows format; set DebugType to portable or embedded"
                    : "has debug information that cannot be read; rebuild with DebugType portable or embedded";
                return null;
            }

            var symbols = new SymbolFile(MetadataReaderProvider.FromPortablePdbImage(ImmutableArray.Create(bytes)));
            foreach (var entry in entries)
            {
                if (entry.Type == DebugDirectoryEntryType.CodeView && entry.IsPortableCodeView
                    && symbols.Reader.DebugMetadataHeader is { } header
                    && !Matches(header.Id, assembly.Image.ReadCodeViewDebugDirectoryData(entry).Guid, entry.Stamp))
                {
                    symbols.Dispose();
                    problem = "and its debug information '" + path + "' are of different builds; rebuild";
                    return null;
                }
            }

            return symbols;
        }
        catch (Exception error) when (error is BadImageFormatException or IOException or UnauthorizedAccessException)
        {
            problem = "has debug information that cannot be read; rebuild with DebugType portable or embedded";
            return null;
        }
    }

    public void Dispose() => _provider.Dispose();

    private static bool Matches(ImmutableArray<byte> id, Guid guid, uint stamp)
    {
        var expected = guid.ToByteArray();
        for (var index = 0; index < expected.Length; index++)
        {
            if (id[index] != expected[index])
                return false;
        }

        return BitConverter.ToUInt32([id[16], id[17], id[18], id[19]], 0) == stamp;
    }
}
