using System.Runtime.CompilerServices;
using System.Text;
using Bolt.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bolt.Generators.Parsing;

/// <summary>Reads how a type and the types around it are declared.</summary>
internal static class HierarchyReader
{
    // Of one compilation, whose symbols these are: the methods of one class share what is read of it.
    private static readonly ConditionalWeakTable<INamedTypeSymbol, TypeHierarchy> s_known = new();

    /// <summary>The first of the types around <paramref name="method"/> that is not partial; null if all are.</summary>
    public static TypeDeclarationSyntax? NotPartial(MethodDeclarationSyntax method)
    {
        for (SyntaxNode? node = method.Parent; node is TypeDeclarationSyntax type; node = node.Parent)
        {
            if (!type.Modifiers.Any(SyntaxKind.PartialKeyword)) return type;
        }

        return null;
    }

    public static TypeHierarchy Read(INamedTypeSymbol type) => s_known.GetValue(type, static t => ReadNew(t));

    private static TypeHierarchy ReadNew(INamedTypeSymbol type)
    {
        var types = new List<TypeDeclaration>(1);
        for (INamedTypeSymbol? t = type; t is not null; t = t.ContainingType) types.Add(Declaration(t));
        types.Reverse();
        return new TypeHierarchy(Names.Metadata(type), Names.Namespace(type.ContainingNamespace), types);
    }

    private static TypeDeclaration Declaration(INamedTypeSymbol type)
    {
        string keyword = type switch
        {
            { TypeKind: TypeKind.Interface } => "partial interface",
            { TypeKind: TypeKind.Struct, IsRecord: true } => "partial record struct",
            { TypeKind: TypeKind.Struct, IsRefLikeType: true } => "ref partial struct",
            { TypeKind: TypeKind.Struct } => "partial struct",
            { IsRecord: true } => "partial record",
            _ => "partial class",
        };
        string name = Names.Identifier(type.Name);
        return new TypeDeclaration(keyword, type.Arity == 0 ? name : name + TypeParameters(type.TypeParameters));
    }

    /// <summary>The type parameters with their brackets.</summary>
    public static string TypeParameters(System.Collections.Immutable.ImmutableArray<ITypeParameterSymbol> parameters)
    {
        if (parameters.IsEmpty) return "";
        var text = new StringBuilder("<");
        foreach (ITypeParameterSymbol parameter in parameters)
        {
            if (text.Length > 1) text.Append(", ");
            text.Append(Names.Identifier(parameter.Name));
        }

        return text.Append('>').ToString();
    }

    /// <summary>The constraint clauses, each with a blank before it.</summary>
    public static string Constraints(System.Collections.Immutable.ImmutableArray<ITypeParameterSymbol> parameters)
    {
        if (parameters.IsEmpty) return "";
        var text = new StringBuilder();
        foreach (ITypeParameterSymbol parameter in parameters)
        {
            int start = text.Length;
            if (parameter.HasUnmanagedTypeConstraint) Add("unmanaged");
            else if (parameter.HasValueTypeConstraint) Add("struct");
            else if (parameter.HasReferenceTypeConstraint) Add(parameter.ReferenceTypeConstraintNullableAnnotation == NullableAnnotation.Annotated ? "class?" : "class");
            else if (parameter.HasNotNullConstraint) Add("notnull");
            foreach (ITypeSymbol type in parameter.ConstraintTypes) Add(Names.Declared(type));
            if (parameter.HasConstructorConstraint) Add("new()");
            if (parameter.AllowsRefLikeType) Add("allows ref struct");

            void Add(string constraint)
            {
                text.Append(text.Length == start ? " where " + Names.Identifier(parameter.Name) + " : " : ", ").Append(constraint);
            }
        }

        return text.ToString();
    }
}
