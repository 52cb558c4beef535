using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Bolt.Gate.Reading;

/// <summary>An assembly, opened: the one that is read, or one that it references.</summary>
internal sealed class LoadedAssembly : IDisposable
{
    private readonly PEReader _image;
    private readonly Lazy<Dictionary<string, TypeDefinitionHandle>> _types;

    public LoadedAssembly(PEReader image)
    {
        _image = image;
        Reader = image.GetMetadataReader();
        _types = new Lazy<Dictionary<string, TypeDefinitionHandle>>(ReadTypes);
    }

    public MetadataReader Reader { get; }

    public PEReader Image => _image;

    public static LoadedAssembly? TryOpen(string path)
    {
        try
        {
            // Read whole: the file must not stay locked, since the next build writes it.
            var image = new PEReader(ImmutableArray.Create(File.ReadAllBytes(path)));
            return image.HasMetadata ? new LoadedAssembly(image) : null;
        }
        catch (Exception error) when (error is BadImageFormatException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public TypeDefinitionHandle Find(string fullName) => _types.Value.TryGetValue(fullName, out var handle) ? handle : default;

    /// <summary>The simple name of the assembly that a type was forwarded to; null if it was not.</summary>
    public string? Forward(string fullName)
    {
        foreach (var handle in Reader.ExportedTypes)
        {
            var type = Reader.GetExportedType(handle);
            if (type.IsForwarder
                && type.Implementation.Kind == HandleKind.AssemblyReference
                && fullName.EndsWith(Reader.GetString(type.Name), StringComparison.Ordinal)
                && fullName == Reader.GetString(type.Namespace) + "." + Reader.GetString(type.Name))
            {
                return Reader.GetString(Reader.GetAssemblyReference((AssemblyReferenceHandle)type.Implementation).Name);
            }
        }

        return null;
    }

    public void Dispose() => _image.Dispose();

    private Dictionary<string, TypeDefinitionHandle> ReadTypes()
    {
        var types = new Dictionary<string, TypeDefinitionHandle>(StringComparer.Ordinal);
        foreach (var handle in Reader.TypeDefinitions)
            types[TypeRefProvider.FullName(Reader, handle)] = handle;
        return types;
    }
}
