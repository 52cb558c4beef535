using System.Collections.Immutable;
using Bolt.Generators.Catalogue;
using Bolt.Generators.Model;
using Bolt.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Bolt.Generators;

/// <summary>
/// The events of a compilation with what the models do not hold, because every keystroke changes it: where the methods are declared.
/// </summary>
/// <param name="folder">The project's folder.</param>
/// <param name="types">The log methods.</param>
/// <param name="compilation">The compilation that they are of.</param>
internal sealed class EventCatalogue(string folder, ImmutableArray<LogTypeModel> types, Compilation compilation)
{
    private const string Property = "build_property.BoltEventCatalog";
    private const string FolderProperty = "build_property.ProjectDir";

    /// <summary>The project's folder; null if the catalogue is not asked for.</summary>
    public static string? Folder(AnalyzerConfigOptions options)
    {
        if (!options.TryGetValue(Property, out var isOn) || !string.Equals(isOn, "true", StringComparison.OrdinalIgnoreCase))
            return null;
        return options.TryGetValue(FolderProperty, out var folder) ? folder : "";
    }

    /// <summary>The events as text.</summary>
    public string Write(CancellationToken ct)
    {
        var events = new List<CatalogueEvent>();
        foreach (LogTypeModel type in types)
        {
            ct.ThrowIfCancellationRequested();
            INamedTypeSymbol? symbol = compilation.Assembly.GetTypeByMetadataName(type.Container.MetadataName);
            foreach (LogMethodModel model in type.Methods)
            {
                if (EventReader.Read(model) is not { } one)
                    continue;
                events.Add(symbol is not null && Find(symbol, model) is { } method ? Located(one, method, symbol) : one);
            }
        }

        return EventText.Write(events);
    }

    private static IMethodSymbol? Find(INamedTypeSymbol type, LogMethodModel model)
    {
        IMethodSymbol? found = null;
        foreach (ISymbol member in type.GetMembers(model.Name.TrimStart('@')))
        {
            if (member is not IMethodSymbol method || method.Parameters.Length != model.Parameters.Length || method.Arity != Arity(model))
                continue;

            // Most have no overload: then no type need be spelled.
            if (found is null)
                found = method;
            else if (Matches(method, model))
                return method;
        }

        return found;
    }

    private static int Arity(LogMethodModel model) => model.TypeParameters.Length == 0 ? 0 : model.TypeParameters.Count(static c => c == ',') + 1;

    private static bool Matches(IMethodSymbol method, LogMethodModel model)
    {
        for (int i = 0; i < model.Parameters.Length; i++)
        {
            if (Names.Declared(method.Parameters[i].Type) != model.Parameters[i].TypeName)
                return false;
        }

        return true;
    }

    private CatalogueEvent Located(CatalogueEvent one, IMethodSymbol method, INamedTypeSymbol type)
    {
        one = one with { Category = Category(method, type) };
        if (method.Locations is not [{ SourceTree: { } tree } location, ..])
            return one;

        return one with { File = Relative(tree.FilePath), Line = location.GetLineSpan().StartLinePosition.Line + 1 };
    }

    /// <summary>The category of an <c>ILogger&lt;T&gt;</c>, as Microsoft.Extensions.Logging names it; else empty.</summary>
    private static string Category(IMethodSymbol method, INamedTypeSymbol type)
    {
        ITypeSymbol? logger = null;
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            if (WellKnown.IsLogger(parameter.Type))
                logger = parameter.Type;
        }

        if (logger is null)
        {
            LoggerFinder.Find(method, type, out ISymbol? found, out _);
            logger = found switch
            {
                IFieldSymbol field => field.Type,
                IPropertySymbol property => property.Type,
                IParameterSymbol parameter => parameter.Type,
                _ => null,
            };
        }

        return logger is INamedTypeSymbol { Name: "ILogger", TypeArguments: [INamedTypeSymbol category] } && logger.ContainingNamespace.Is("Microsoft", "Extensions", "Logging")
            ? Names.Metadata(category).Split('`')[0].Replace('+', '.')
            : "";
    }

    /// <summary>The path as seen from the project's folder, so that it is the same on every machine.</summary>
    private string Relative(string path)
    {
        string[] from = folder.Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries);
        string[] to = path.Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries);
        int same = 0;
        while (same < from.Length && same < to.Length - 1 && from[same] == to[same])
            same++;
        return same == 0 ? path.Replace('\\', '/') : string.Concat(Enumerable.Repeat("../", from.Length - same)) + string.Join("/", to.Skip(same));
    }
}
