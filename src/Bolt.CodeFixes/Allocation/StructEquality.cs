using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bolt.CodeFixes.Allocation;

/// <summary>Writes the equality that every struct has, field by field, without the boxes.</summary>
internal sealed class StructEquality
{
    private const string EqualityComparer = "global::System.Collections.Generic.EqualityComparer";

    private readonly INamedTypeSymbol _type;
    private readonly StructDeclarationSyntax _declaration;
    private readonly string _name;
    private readonly string _object;

    private StructEquality(INamedTypeSymbol type, StructDeclarationSyntax declaration, bool isNullable)
    {
        _type = type;
        _declaration = declaration;
        _name = declaration.Identifier.Text + declaration.TypeParameterList?.WithoutTrivia().NormalizeWhitespace();
        _object = isNullable ? "object?" : "object";
    }

    /// <summary>The change that gives a struct its IEquatable; null where what it does now cannot be kept.</summary>
    public static Func<StructDeclarationSyntax, StructDeclarationSyntax>? Plan(
        StructDeclarationSyntax declaration,
        SemanticModel model,
        string newLine,
        bool isAskedForHashCode,
        CancellationToken cancellationToken)
    {
        if (model.GetDeclaredSymbol(declaration, cancellationToken) is not { IsRecord: false, IsRefLikeType: false } type
            || ((CSharpParseOptions)declaration.SyntaxTree.Options).LanguageVersion < LanguageVersion.CSharp8
            || type.GetMembers(WellKnownMemberNames.ImplicitConversionName).Length > 0)
        {
            return null;
        }

        var equals = type.GetMembers(WellKnownMemberNames.ObjectEquals).OfType<IMethodSymbol>().Where(static method => method.Parameters.Length == 1).ToList();
        var general = equals.Find(static method => method.IsOverride);
        var typed = equals.Find(method => SymbolEqualityComparer.Default.Equals(method.Parameters[0].Type, type));
        var hashes = type.GetMembers(WellKnownMemberNames.ObjectGetHashCode).OfType<IMethodSymbol>().Any(static method => method.IsOverride);
        var isEquatable = type.AllInterfaces.Any(@interface => IsEquatable(@interface, type));
        if (isEquatable)
            return null;

        var isNullable = (model.GetNullableContext(declaration.SpanStart) & NullableContext.AnnotationsEnabled) != 0;
        var equality = new StructEquality(type, declaration, isNullable);
        if (general is not null)
            return hashes && !isAskedForHashCode ? equality.FromOverride(general, typed, newLine, cancellationToken) : null;
        if (typed is not null || model.Compilation.GetTypeByMetadataName("System.HashCode") is null || equality.Fields(cancellationToken) is not { } fields)
            return null;

        string[] members = hashes ? equality.Equals(fields) : [.. equality.Equals(fields), equality.HashCode(fields)];
        return current => StructMembers.Add(StructMembers.Implement(current, equality.Interface), newLine, members);
    }

    private string Interface => "global::System.IEquatable<" + _name + ">";

    private string ReadOnly => StructMembers.ReadOnly(_type);

    /// <summary>Takes apart <c>obj is S other &amp;&amp; …</c>, which is how a struct's own Equals is mostly written.</summary>
    private Func<StructDeclarationSyntax, StructDeclarationSyntax>? FromOverride(IMethodSymbol general, IMethodSymbol? typed, string newLine, CancellationToken cancellationToken)
    {
        if (general.DeclaringSyntaxReferences is not [var reference]
            || reference.GetSyntax(cancellationToken) is not MethodDeclarationSyntax { ExpressionBody.Expression: BinaryExpressionSyntax whole } method
            || method.Parent != _declaration)
        {
            return null;
        }

        var first = whole;
        while (first.Left is BinaryExpressionSyntax left)
            first = left;

        var parameter = general.Parameters[0].Name;
        for (var and = whole; ; and = (BinaryExpressionSyntax)and.Left)
        {
            if (!and.IsKind(SyntaxKind.LogicalAndExpression))
                return null;
            if (and == first)
                break;
        }

        if (first.Left is not IsPatternExpressionSyntax
            {
                Expression: IdentifierNameSyntax { Identifier.ValueText: var tested },
                Pattern: DeclarationPatternSyntax { Designation: SingleVariableDesignationSyntax { Identifier.Text: var other }, Type: var pattern },
            }
            || tested != parameter
            || pattern.ToString() != _name)
        {
            return null;
        }

        var rest = whole.DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => name.SpanStart > first.OperatorToken.SpanStart).ToList();
        if (rest.Exists(name => name.Identifier.ValueText == parameter))
            return null;

        if (typed is not null)
        {
            // What is there already is only declared.
            return typed is { DeclaredAccessibility: Accessibility.Public, IsStatic: false } && first == whole
                && whole.Right is InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "Equals" }, ArgumentList.Arguments: [{ Expression: IdentifierNameSyntax argument }] }
                && argument.Identifier.Text == other
                ? current => StructMembers.Implement(current, Interface)
                : null;
        }

        var compared = whole.SyntaxTree.GetText(cancellationToken).ToString(Microsoft.CodeAnalysis.Text.TextSpan.FromBounds(first.Right.SpanStart, whole.Span.End));
        if (compared.IndexOf('\n') >= 0)
            return null;

        var index = _declaration.Members.IndexOf(method);
        var text = $"public {ReadOnly}bool Equals({_name} {other}) => {compared};";
        return current =>
        {
            var old = (MethodDeclarationSyntax)current.Members[index];
            var called = SyntaxFactory.ParseExpression($"{parameter} is {_name} {other} && Equals({other})");
            current = current.ReplaceNode(old.ExpressionBody!.Expression, called.WithTriviaFrom(old.ExpressionBody.Expression));
            return StructMembers.Add(StructMembers.Implement(current, Interface), newLine, text);
        };
    }

    private string[] Equals(List<(string Name, ITypeSymbol Type)> fields)
    {
        var compared = fields.Count == 0 ? "true" : string.Join(" && ", fields.Select(static field => Compare(field.Name == "other" ? "this.other" : field.Name, "other." + field.Name, field.Type)));
        return
        [
            $"public {ReadOnly}bool Equals({_name} other) => {compared};",
            $"public override {ReadOnly}bool Equals({_object} obj) => obj is {_name} other && Equals(other);",
        ];
    }

    private string HashCode(List<(string Name, ITypeSymbol Type)> fields)
    {
        const string Type = "global::System.HashCode";
        var head = $"public override {ReadOnly}int GetHashCode()";
        if (fields.Count is 0 or > 8)
        {
            return fields.Count == 0
                ? head + " => 0;"
                : $"{head}\n{{\n    var hash = new {Type}();\n{string.Concat(fields.Select(static field => $"    hash.Add({(field.Name == "hash" ? "this.hash" : field.Name)});\n"))}    return hash.ToHashCode();\n}}";
        }

        return $"{head} => {Type}.Combine({string.Join(", ", fields.Select(static field => field.Name))});";
    }

    private static string Compare(string left, string right, ITypeSymbol type) => type switch
    {
        { SpecialType: SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Decimal or SpecialType.System_DateTime } => $"{left}.Equals({right})",
        { TypeKind: TypeKind.Enum } or { IsValueType: true, SpecialType: not (SpecialType.None or SpecialType.System_Nullable_T) } or { SpecialType: SpecialType.System_String } => $"{left} == {right}",
        { IsReferenceType: true } => $"object.Equals({left}, {right})",
        _ => $"{EqualityComparer}<{type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat.WithMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers))}>.Default.Equals({left}, {right})",
    };

    /// <summary>What an instance holds, by the names that its code has for it; null if some of it has none, or cannot be compared without a box.</summary>
    private List<(string Name, ITypeSymbol Type)>? Fields(CancellationToken cancellationToken)
    {
        foreach (var attribute in _type.GetAttributes())
        {
            if (attribute.AttributeClass?.Name == "InlineArrayAttribute" || (attribute.AttributeClass?.Name == "StructLayoutAttribute" && attribute.ConstructorArguments is [{ Value: 2 }]))
                return null;
        }

        if (CapturesParameter(cancellationToken))
            return null;

        var fields = new List<(string, ITypeSymbol)>();
        foreach (var field in _type.GetMembers().OfType<IFieldSymbol>())
        {
            if (field.IsStatic || field.IsConst)
                continue;

            if (field.IsFixedSizeBuffer || field.RefKind != RefKind.None || !CanCompare(field.Type))
                return null;
            if (field.AssociatedSymbol is IPropertySymbol property && !IsPlain(property, cancellationToken))
                return null;

            var name = (field.AssociatedSymbol ?? field).Name;
            fields.Add((SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name, field.Type));
        }

        return fields;
    }

    private bool CapturesParameter(CancellationToken cancellationToken)
    {
        foreach (var reference in _type.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(cancellationToken) is not StructDeclarationSyntax { ParameterList.Parameters: { Count: > 0 } parameters } type)
                continue;

            var names = new HashSet<string>(parameters.Select(static parameter => parameter.Identifier.ValueText), StringComparer.Ordinal);
            if (type.Members.SelectMany(static member => member.DescendantNodes(static node => node is not EqualsValueClauseSyntax)).OfType<IdentifierNameSyntax>().Any(name => names.Contains(name.Identifier.ValueText)))
                return true;
        }

        return false;
    }

    private static bool IsPlain(IPropertySymbol property, CancellationToken cancellationToken) =>
        property.ExplicitInterfaceImplementations.IsEmpty
        && property.DeclaringSyntaxReferences is [var reference]
        && reference.GetSyntax(cancellationToken) is PropertyDeclarationSyntax { AccessorList.Accessors: var accessors }
        && accessors.Any(static accessor => accessor.IsKind(SyntaxKind.GetAccessorDeclaration) && accessor is { Body: null, ExpressionBody: null });

    private static bool CanCompare(ITypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Dynamic or TypeKind.Pointer or TypeKind.FunctionPointer } or { IsRefLikeType: true } => false,
        { IsReferenceType: true } or { TypeKind: TypeKind.Enum or TypeKind.TypeParameter } => true,
        INamedTypeSymbol { IsTupleType: true } or INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } => ((INamedTypeSymbol)type).TypeArguments.All(CanCompare),
        _ => type.AllInterfaces.Any(@interface => IsEquatable(@interface, type)),
    };

    private static bool IsEquatable(INamedTypeSymbol @interface, ITypeSymbol type) =>
        @interface is { Name: "IEquatable", TypeArguments: [var argument], ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } }
        && SymbolEqualityComparer.Default.Equals(argument, type);
}
