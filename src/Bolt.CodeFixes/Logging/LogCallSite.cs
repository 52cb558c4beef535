using Bolt.Analyzers.Logging;
using Microsoft.CodeAnalysis;

namespace Bolt.CodeFixes.Logging;

/// <summary>A call to convert, and where it is.</summary>
internal sealed class LogCallSite(DocumentId document, SemanticModel model, ConvertibleCall call)
{
    public DocumentId Document { get; } = document;

    public SemanticModel Model { get; } = model;

    public ConvertibleCall Call { get; } = call;

    /// <summary>The method that the call goes to.</summary>
    public string Method { get; set; } = "";
}
