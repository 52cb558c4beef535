using System.Reflection.Metadata;

namespace Bolt.Gate.Reading;

/// <summary>A place in the source.</summary>
public sealed record SourcePlace(string File, int Line, int Column, int EndLine, int EndColumn);

/// <summary>Where the instructions of a method come from, as its sequence points say.</summary>
internal sealed class SourceMap
{
    private readonly List<(int Offset, SourcePlace? Place)> _points = [];

    public SourceMap(MetadataReader symbols, MethodDefinitionHandle method)
    {
        foreach (var point in symbols.GetMethodDebugInformation(method.ToDebugInformationHandle()).GetSequencePoints())
        {
            _points.Add((
                point.Offset,
                point.IsHidden ? null : new SourcePlace(symbols.GetString(symbols.GetDocument(point.Document).Name), point.StartLine, point.StartColumn, point.EndLine, point.EndColumn)));
        }
    }

    /// <summary>The first place of the method; null if it has none.</summary>
    public SourcePlace? First => At(0);

    /// <summary>The place of the instruction at <paramref name="offset"/>: hidden code belongs to what comes next, or else to what came before.</summary>
    public SourcePlace? At(int offset)
    {
        var index = _points.Count - 1;
        while (index > 0 && _points[index].Offset > offset)
            index--;

        for (var next = Math.Max(index, 0); next < _points.Count; next++)
        {
            if (_points[next].Place is { } place)
                return place;
        }

        for (; index >= 0; index--)
        {
            if (_points[index].Place is { } place)
                return place;
        }

        return null;
    }
}
