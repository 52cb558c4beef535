using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bolt.Generators.Parsing;

/// <summary>Finds the logger of a method that has no logger parameter: a field, else a property, else a primary-constructor parameter, else one of the base type.</summary>
internal static class LoggerFinder
{
    /// <summary>The logger's expression; null if there is none, or two of the same rank.</summary>
    public static string? Find(IMethodSymbol method, INamedTypeSymbol container, out ISymbol? first, out ISymbol? second)
    {
        first = null;
        second = null;
        if (Rank(container, method, container, SymbolKind.Field, ref first, ref second)
            || Rank(container, method, container, SymbolKind.Property, ref first, ref second)
            || PrimaryParameter(method, container, ref first, ref second))
        {
            return second is null ? Expression(first!, container) : null;
        }

        for (INamedTypeSymbol? type = container.BaseType; type is not null && type.SpecialType == SpecialType.None; type = type.BaseType)
        {
            if (Rank(type, method, container, SymbolKind.Field, ref first, ref second) || Rank(type, method, container, SymbolKind.Property, ref first, ref second))
            {
                return second is null ? Expression(first!, container) : null;
            }
        }

        if (container.TypeKind == TypeKind.Interface)
        {
            foreach (INamedTypeSymbol type in container.AllInterfaces) Rank(type, method, container, SymbolKind.Property, ref first, ref second);
            if (first is not null && second is null) return Expression(first, container);
        }

        return null;
    }

    private static bool Rank(INamedTypeSymbol type, IMethodSymbol method, INamedTypeSymbol container, SymbolKind kind, ref ISymbol? first, ref ISymbol? second)
    {
        foreach (ISymbol member in type.GetMembers())
        {
            if (member.Kind != kind || !member.CanBeReferencedByName || (method.IsStatic && !member.IsStatic)) continue;
            bool isOwn = SymbolEqualityComparer.Default.Equals(type, container);
            if (!isOwn && !IsAccessible(member, container)) continue;
            ITypeSymbol memberType;
            switch (member)
            {
                case IFieldSymbol field:
                    memberType = field.Type;
                    break;
                case IPropertySymbol { IsIndexer: false, GetMethod: { } getter } property when isOwn || getter.DeclaredAccessibility != Accessibility.Private:
                    memberType = property.Type;
                    break;
                default: continue;
            }

            if (!IsLogger(memberType)) continue;
            if (first is null) first = member;
            else second ??= member;
        }

        return first is not null;
    }

    private static bool PrimaryParameter(IMethodSymbol method, INamedTypeSymbol container, ref ISymbol? first, ref ISymbol? second)
    {
        if (method.IsStatic || container.IsRecord) return false;
        foreach (IMethodSymbol constructor in container.InstanceConstructors)
        {
            if (constructor.DeclaringSyntaxReferences is not [{ } reference] || reference.GetSyntax() is not TypeDeclarationSyntax) continue;
            foreach (IParameterSymbol parameter in constructor.Parameters)
            {
                // A parameter of the method of the same name hides it.
                if (!IsLogger(parameter.Type) || parameter.RefKind != RefKind.None || method.Parameters.Any(p => p.Name == parameter.Name)) continue;
                if (first is null) first = parameter;
                else second ??= parameter;
            }
        }

        return first is not null;
    }

    private static bool IsLogger(ITypeSymbol type) => WellKnown.IsLogger(type);

    private static bool IsAccessible(ISymbol member, INamedTypeSymbol from) => member.DeclaredAccessibility switch
    {
        Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal => true,
        Accessibility.Internal or Accessibility.ProtectedAndInternal => SymbolEqualityComparer.Default.Equals(member.ContainingAssembly, from.ContainingAssembly)
            || member.ContainingAssembly.GivesAccessTo(from.ContainingAssembly),
        _ => false,
    };

    private static string Expression(ISymbol logger, INamedTypeSymbol container)
    {
        string name = Names.Identifier(logger.Name);
        return logger switch
        {
            IParameterSymbol => name,
            { IsStatic: true } => Names.Plain(SymbolEqualityComparer.Default.Equals(logger.ContainingType, container) ? container : logger.ContainingType) + "." + name,
            _ => "this." + name,
        };
    }
}
