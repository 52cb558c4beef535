using System.Collections.Immutable;
using System.Text;
using Bolt.Generators.Catalogue;
using Bolt.Generators.Emission;
using Bolt.Generators.Model;
using Bolt.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Bolt.Generators;

/// <summary>Writes the bodies of methods with <c>[LogEvent]</c>. Reports nothing: mistakes are the analyzer's to tell.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class LogEventGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<LogTypeModel> types = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                WellKnown.LogEventAttribute,
                static (node, _) => LogMethodGroup.IsAskedFor(node),
                static (context, ct) => LogMethodGroup.Parse(context, ct))
            .WithTrackingName(TrackingNames.Parsed)
            .SelectMany(static (models, _) => models)
            .WithTrackingName(TrackingNames.Methods)
            .Collect()
            .WithTrackingName(TrackingNames.Collected)
            .SelectMany(static (models, ct) => LogTypeGrouping.Group(models, ct))
            .WithTrackingName(TrackingNames.Types);

        context.RegisterSourceOutput(
            types,
            static (c, type) => c.AddSource(type.HintName, SourceText.From(LogTypeEmitter.Emit(type, c.CancellationToken), Encoding.UTF8)));

        // An implementation output: no editor asks for it. The compilation is asked for only where the property is on.
        IncrementalValuesProvider<EventCatalogue> catalogues = context.AnalyzerConfigOptionsProvider
            .Select(static (options, _) => EventCatalogue.Folder(options.GlobalOptions))
            .WithTrackingName(TrackingNames.CatalogueFolder)
            .SelectMany(static (folder, _) => folder is null ? [] : ImmutableArray.Create(folder))
            .Combine(types.Collect())
            .Combine(context.CompilationProvider)
            .Select(static (all, _) => new EventCatalogue(all.Left.Left, all.Left.Right, all.Right));
        context.RegisterImplementationSourceOutput(
            catalogues,
            static (c, catalogue) => c.AddSource(EventText.FileName, SourceText.From(catalogue.Write(c.CancellationToken), Encoding.UTF8)));
    }
}
