using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Bolt.Diagnostics.Profiles.Symbols;

/// <summary>Files and lines, from the portable symbols beside an assembly or inside it.</summary>
internal sealed class SourceLines : IDisposable
{
    private readonly Dictionary<string, MetadataReaderProvider?> _symbols = [];

    /// <summary>Finds the statement that an offset in a method's IL belongs to.</summary>
    public SourceLine? Find(string module, int methodToken, int ilOffset)
    {
        if (!_symbols.TryGetValue(module, out MetadataReaderProvider? provider))
            _symbols.Add(module, provider = Open(module));
        EntityHandle handle = MetadataTokens.EntityHandle(methodToken);
        if (provider is null || handle.Kind != HandleKind.MethodDefinition)
            return null;

        try
        {
            return Find(provider.GetMetadataReader(), (MethodDefinitionHandle)handle, ilOffset);
        }
        catch (BadImageFormatException)
        {
            return null;
        }
    }

    public void Dispose()
    {
        foreach (MetadataReaderProvider? provider in _symbols.Values)
            provider?.Dispose();
    }

    private static SourceLine? Find(MetadataReader symbols, MethodDefinitionHandle method, int ilOffset)
    {
        SequencePoint? statement = null;
        int first = 0;
        foreach (SequencePoint point in symbols.GetMethodDebugInformation(method.ToDebugInformationHandle()).GetSequencePoints())
        {
            if (point.IsHidden)
                continue;

            first = first == 0 ? point.StartLine : Math.Min(first, point.StartLine);
            if (statement is null || point.Offset <= ilOffset)
                statement = point;
        }

        if (statement is not { } found)
            return null;

        string file = symbols.GetString(symbols.GetDocument(found.Document).Name);
        return new SourceLine(file, found.StartLine, first);
    }

    private static MetadataReaderProvider? Open(string module)
    {
        try
        {
            using var image = new PEReader(File.OpenRead(module));
            return image.TryOpenAssociatedPortablePdb(module, path => File.Exists(path) ? File.OpenRead(path) : null, out MetadataReaderProvider? provider, out _)
                ? provider
                : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or BadImageFormatException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Where a statement begins, and its method's first line.</summary>
    internal readonly record struct SourceLine(string File, int Line, int StartLine);
}
