using System.Text;
using Bolt.Generators.Emission;
using Bolt.Generators.Model;
using Bolt.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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
                static (node, _) => node is MethodDeclarationSyntax,
                static (c, ct) => c.TargetSymbol is IMethodSymbol method
                    ? LogMethodParser.Parse(method, c.Attributes[0], c.SemanticModel.Compilation, problems: null, ct)
                    : null)
            .WithTrackingName(TrackingNames.Parsed)
            .Where(static model => model is not null)
            .Select(static (model, _) => model!)
            .WithTrackingName(TrackingNames.Methods)
            .Collect()
            .WithTrackingName(TrackingNames.Collected)
            .SelectMany(static (models, ct) => LogTypeGrouping.Group(models, ct))
            .WithTrackingName(TrackingNames.Types);

        context.RegisterSourceOutput(
            types,
            static (c, type) => c.AddSource(type.HintName, SourceText.From(LogTypeEmitter.Emit(type, c.CancellationToken), Encoding.UTF8)));
    }
}
