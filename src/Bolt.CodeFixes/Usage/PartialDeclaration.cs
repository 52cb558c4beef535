using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Bolt.CodeFixes.Usage;

/// <summary>Makes of a method the declaration that Bolt can implement.</summary>
internal static class PartialDeclaration
{
    /// <summary>Whether C# lets the method be partial: not as an explicit implementation, nor in a block of extension members.</summary>
    public static bool IsPossible(MethodDeclarationSyntax method) =>
        method.ExplicitInterfaceSpecifier is null
        && method.Ancestors().OfType<TypeDeclarationSyntax>().All(type =>
            type is ClassDeclarationSyntax or StructDeclarationSyntax or RecordDeclarationSyntax or InterfaceDeclarationSyntax);

    /// <summary>Makes the method and all types around it partial; a body goes.</summary>
    public static void Make(SyntaxEditor editor, MethodDeclarationSyntax method)
    {
        editor.ReplaceNode(method, (current, _) =>
        {
            var declaration = MethodBody.Remove((MethodDeclarationSyntax)current);
            return Modifiers.AddPartial(Modifiers.Remove(declaration, SyntaxKind.AbstractKeyword, SyntaxKind.ExternKeyword));
        });
        MakeContainers(editor, method);
    }

    /// <summary>Makes all types around the method partial.</summary>
    public static void MakeContainers(SyntaxEditor editor, MethodDeclarationSyntax method)
    {
        foreach (var type in method.Ancestors().OfType<TypeDeclarationSyntax>())
            editor.ReplaceNode(type, (current, _) => Modifiers.AddPartial((TypeDeclarationSyntax)current));
    }
}
