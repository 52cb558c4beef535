using System.Collections.Immutable;
using Bolt.Generators.Model;
using Bolt.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Bolt.Analyzers.Logging;

/// <summary>
/// Reports what a log method writes under a name of secrets without [Sensitive] or a data classification (BOLT2004): parameters, and members of [LogFields]
/// parameters. A member is reported at the parameter that makes it logged; where it is declared is the additional location.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnmarkedSecretAnalyzer : DiagnosticAnalyzer
{
    // As deep as the generator follows objects.
    private const int MaxDepth = 8;

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(QualityRules.UnmarkedSecret);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName(WellKnownNames.LogEventAttribute) is not null)
                start.RegisterSyntaxNodeAction(Analyze, SyntaxKind.MethodDeclaration);
        });
    }

    private static void Analyze(SyntaxNodeAnalysisContext context)
    {
        var declaration = (MethodDeclarationSyntax)context.Node;
        if (declaration.AttributeLists.Count == 0
            || context.SemanticModel.GetDeclaredSymbol(declaration, context.CancellationToken) is not { } method
            || WellKnown.Find(method, "LogEventAttribute") is null
            || GeneratedFile.Is(declaration.SyntaxTree, context.Compilation, context.CancellationToken))
        {
            return;
        }

        foreach (var parameter in (method.PartialDefinitionPart ?? method).Parameters)
        {
            if (IsMarked(parameter.GetAttributes()) || parameter.Locations is not [{ SourceTree: { } tree } place, ..] || tree != declaration.SyntaxTree)
                continue;

            if (SecretName.Is(parameter.Name, parameter.Type) || (NameOf(parameter) is { } key && SecretName.Is(key, parameter.Type)))
                context.ReportDiagnostic(Diagnostic.Create(QualityRules.UnmarkedSecret, place, [place], parameter.Name));
            else if (WellKnown.Find(parameter, "LogFieldsAttribute") is not null)
                Follow(parameter.Type, parameter.Name, 1, new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default), place, context);
        }
    }

    /// <summary>Whether somebody has said what is to be shown of a value: also that it is nothing to protect.</summary>
    private static bool IsMarked(ImmutableArray<AttributeData> attributes)
    {
        foreach (var attribute in attributes)
        {
            if (WellKnown.IsBolt(attribute, "SensitiveAttribute") || DataClassification.Is(attribute))
                return true;
        }

        return false;
    }

    private static string? NameOf(IParameterSymbol parameter) =>
        WellKnown.Find(parameter, "LogNameAttribute")?.ConstructorArguments is [{ Value: string name }] ? name : null;

    private static void Follow(ITypeSymbol type, string path, int depth, HashSet<ITypeSymbol> seen, Location place, SyntaxNodeAnalysisContext context)
    {
        if (type is IArrayTypeSymbol array)
        {
            Follow(array.ElementType, path, depth, seen, place, context);
            return;
        }

        if (type is not INamedTypeSymbol named || depth > MaxDepth || !seen.Add(type))
            return;

        // Of the platform's types only what they hold can be of interest: elements, values, tuple elements.
        if (named.ContainingNamespace.Root() is "System" or "Microsoft")
        {
            foreach (var argument in named.TypeArguments)
                Follow(argument, path, depth + 1, seen, place, context);

            return;
        }

        foreach (var member in ReadableMember.Of(named))
        {
            if (member.Redaction != RedactionModel.None || !member.Classification.IsEmpty)
                continue;

            var memberPath = path + "." + member.Name;
            if (SecretName.Is(member.Name, member.Type) || (member.Key is not null && SecretName.Is(member.Key, member.Type)))
            {
                var declared = Declaration(named, member.Name);
                context.ReportDiagnostic(Diagnostic.Create(QualityRules.UnmarkedSecret, place, declared is null ? [] : [declared], memberPath));
            }
            else
            {
                Follow(member.Type, memberPath, depth + 1, seen, place, context);
            }
        }
    }

    /// <summary>Where the member is declared, if that is in this compilation.</summary>
    private static Location? Declaration(INamedTypeSymbol type, string name)
    {
        for (var t = type; t is not null; t = t.BaseType)
        {
            if (InSource(t, name) is { } found)
                return found;
        }

        foreach (var i in type.AllInterfaces)
        {
            if (InSource(i, name) is { } found)
                return found;
        }

        return null;
    }

    private static Location? InSource(INamedTypeSymbol type, string name)
    {
        foreach (var member in type.GetMembers(name))
        {
            if (member is IPropertySymbol or IFieldSymbol && member.Locations is [{ IsInSource: true } location, ..])
                return location;
        }

        return null;
    }
}
