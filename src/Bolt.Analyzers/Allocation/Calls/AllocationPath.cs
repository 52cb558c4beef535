using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;

namespace Bolt.Analyzers.Allocation.Calls;

/// <summary>How a method of the compilation comes to allocate: by what it does itself, or by a call to the next one that does.</summary>
internal sealed class AllocationPath(string does, Location location, IMethodSymbol? callee, AllocationPath? next)
{
    /// <summary>"boxes 'int' to 'object' (File.cs:12)" or "calls 'B.Y', which boxes 'int' to 'object' (File.cs:12)".</summary>
    public string Describe()
    {
        var text = new StringBuilder();
        var path = this;
        for (; path.Next is { } following; path = following)
            text.Append("calls '").Append(MemberName.Of(path.Callee!)).Append("', which ");

        return text.Append(path.Does).Append(AllocationPhrase.Place(path.Location)).ToString();
    }

    /// <summary>Every place on the way: the calls, and at last the allocation.</summary>
    public ImmutableArray<Location> Places()
    {
        var places = ImmutableArray.CreateBuilder<Location>();
        for (var path = this; path is not null; path = path.Next)
            places.Add(path.Location);

        return places.ToImmutable();
    }

    private string Does { get; } = does;

    private Location Location { get; } = location;

    private IMethodSymbol? Callee { get; } = callee;

    private AllocationPath? Next { get; } = next;
}
