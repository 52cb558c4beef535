using System.IO.Compression;
using System.Reflection.Metadata;
using System.Text;
using Bolt.Gate.Reading;
using Bolt.Generators.Catalogue;

namespace Bolt.Gate.Events;

/// <summary>Reads the events of an assembly from its debug information, where the compiler put what the generator wrote.</summary>
internal static class EmbeddedEvents
{
    private static readonly Guid s_embeddedSource = new("0E8A571B-6926-466E-B4AD-8AB04611F5FE");

    /// <summary>The events; null if there are none to be read.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <param name="symbols">The file with its debug information; not needed if that is embedded.</param>
    /// <param name="problem">Why there are none, and what to do.</param>
    /// <exception cref="BadImageFormatException">The file is no assembly.</exception>
    /// <exception cref="FormatException">The events are of another version of Bolt.</exception>
    public static IReadOnlyList<CatalogueEvent>? Read(string assembly, string symbols, out string problem)
    {
        using var own = LoadedAssembly.TryOpen(assembly) ?? throw new BadImageFormatException("'" + assembly + "' is not an assembly.");
        using var debug = SymbolFile.TryOpen(own, symbols, out problem);
        if (debug is null)
            return null;

        if (Find(debug.Reader) is { } text)
            return EventText.Read(text);

        problem = "has no events in its debug information: Bolt's generator did not run; reference the package Bolt, or turn BoltEventCatalog off";
        return null;
    }

    private static string? Find(MetadataReader reader)
    {
        foreach (var handle in reader.Documents)
        {
            if (!reader.GetString(reader.GetDocument(handle).Name).EndsWith(EventText.FileName, StringComparison.Ordinal))
                continue;

            foreach (var customHandle in reader.GetCustomDebugInformation(handle))
            {
                var custom = reader.GetCustomDebugInformation(customHandle);
                if (reader.GetGuid(custom.Kind) == s_embeddedSource)
                    return Source(reader.GetBlobReader(custom.Value));
            }
        }

        return null;
    }

    /// <summary>The length, or 0 where the bytes are not compressed, and the bytes.</summary>
    private static string Source(BlobReader blob)
    {
        var length = blob.ReadInt32();
        var bytes = blob.ReadBytes(blob.RemainingBytes);
        if (length == 0)
            return Encoding.UTF8.GetString(bytes);

        using var inflated = new MemoryStream(length);
        using (var deflated = new DeflateStream(new MemoryStream(bytes), CompressionMode.Decompress))
            deflated.CopyTo(inflated);
        return Encoding.UTF8.GetString(inflated.GetBuffer(), 0, (int)inflated.Length);
    }
}
