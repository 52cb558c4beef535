using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Xunit;

namespace Bolt.Analyzers.Tests.Catalogue;

/// <summary>What an editor needs of every fix.</summary>
public sealed class FixCatalogueTests
{
    public static TheoryData<Type> Fixes => [.. Rules.Fixes.Select(fix => fix.GetType())];

    [Theory]
    [MemberData(nameof(Fixes))]
    public void A_fix_is_exported_under_its_name_for_CSharp(Type type)
    {
        var export = Assert.IsType<ExportCodeFixProviderAttribute>(Attribute.GetCustomAttribute(type, typeof(ExportCodeFixProviderAttribute)));
        Assert.Equal([LanguageNames.CSharp], export.Languages);
        Assert.Equal(type.Name, export.Name);
        Assert.True(type.IsDefined(typeof(System.Composition.SharedAttribute)));
    }

    [Theory]
    [MemberData(nameof(Fixes))]
    public void A_fix_is_for_rules_that_exist_and_can_fix_all(Type type)
    {
        var fix = Rules.Fixes.Single(fix => fix.GetType() == type);
        Assert.NotEmpty(fix.FixableDiagnosticIds);
        Assert.All(fix.FixableDiagnosticIds, id => Assert.Contains(id, Rules.All.Keys));
        Assert.Contains(FixAllScope.Solution, fix.GetFixAllProvider()!.GetSupportedFixAllScopes());
    }

    [Fact]
    public void Each_fix_has_a_key_of_its_own()
    {
        var keys = Rules.Fixes
            .Select(fix => fix.GetType().GetProperty("EquivalenceKey", BindingFlags.Instance | BindingFlags.NonPublic)?.GetValue(fix))
            .OfType<string>()
            .ToList();
        Assert.Equal(Rules.Fixes.Count, keys.Distinct().Count());
    }
}
