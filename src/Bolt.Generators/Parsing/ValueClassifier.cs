using System.Collections.Immutable;
using Bolt.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Bolt.Generators.Parsing;

/// <summary>What classification found out about a parameter's type, beyond how it is written.</summary>
internal enum Finding : byte
{
    None,

    /// <summary>Cannot be a parameter of a log method at all.</summary>
    Unsupported,

    /// <summary>Can only be written by an allocating <c>ToString</c>.</summary>
    OnlyToString,

    /// <summary>Has members to write, but no <c>[LogFields]</c>.</summary>
    MissingLogFields,
}

/// <summary>Decides how the values of one log method are written, and collects the enums and objects that need generated writers.</summary>
/// <param name="namingPolicy">How keys are derived from names.</param>
/// <param name="compilation">The compilation that generated code is part of.</param>
/// <param name="scope">The type that it stands in, or its assembly.</param>
/// <param name="ct">Ends the work.</param>
internal sealed class ValueClassifier(int namingPolicy, Compilation compilation, ISymbol scope, CancellationToken ct)
{
    // Beyond this depth a value is null at run time, so no writer is needed; the number of types keeps a graph that leads into
    // a whole framework from becoming a megabyte of code.
    private const int MaxDepth = 8;
    private const int MaxObjects = 256;

    // A set of flags is kept in the bits of one ulong.
    private const int MaxFlags = 64;

    private static readonly Dictionary<ValueKind, ValueModel> s_plain = Enum.GetValues(typeof(ValueKind)).Cast<ValueKind>().ToDictionary(k => k, k => new ValueModel(k));

    private Dictionary<string, ObjectModel?>? _objects;
    private List<EnumModel>? _enums;
    private List<string>? _redactedTwice;

    /// <summary>Why the type last classified is <see cref="Finding.Unsupported"/>.</summary>
    public string Reason { get; private set; } = "";

    public EquatableArray<EnumModel> Enums => _enums;

    /// <summary>The members met so far that two attributes redact differently, by type and name.</summary>
    public IReadOnlyList<string> RedactedTwice => _redactedTwice ?? [];

    public EquatableArray<ObjectModel> Objects
    {
        get
        {
            if (_objects is null) return default;
            var found = new List<ObjectModel>(_objects.Count);
            foreach (ObjectModel? model in _objects.Values)
            {
                if (model is not null) found.Add(model);
            }

            return found;
        }
    }

    /// <summary>How a parameter is written.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="fields">Whether it has <c>[LogFields]</c>.</param>
    /// <param name="finding">What is wrong with it, if anything.</param>
    public ValueModel Classify(ITypeSymbol type, bool fields, out Finding finding) => Classify(type, fields, depth: 1, out finding);

    /// <summary>The members that an object is written with.</summary>
    public EquatableArray<MemberModel> Members(ITypeSymbol type, int depth)
    {
        var members = new List<MemberModel>();
        foreach (ReadableMember member in ReadableMember.Of(type))
        {
            ct.ThrowIfCancellationRequested();
            ValueModel value = Classify(member.Type, fields: true, depth + 1, out Finding finding);
            if (finding == Finding.Unsupported) continue;
            string key = member.Key ?? FieldKeys.Apply(namingPolicy, member.Name);
            if (FieldKeys.Invalid(key) is not null || members.Any(m => m.Key == key)) continue;
            if (ReadableMember.IsRedactedTwice(member.Redaction, member.Classification)) (_redactedTwice ??= []).Add(type.Name + "." + member.Name);
            members.Add(new MemberModel(Names.Identifier(member.Name), key, value, member.Redaction)
            {
                Classification = Classification(member.Redaction, member.Classification),
            });
        }

        return members;
    }

    /// <summary>The expressions that make the attributes of a classified value; else empty.</summary>
    public string Classification(RedactionModel redaction, ImmutableArray<AttributeData> classification) =>
        redaction == RedactionModel.Classified ? DataClassification.Expressions(classification, compilation, scope) : "";

    private static ValueModel Plain(ValueKind kind) => s_plain[kind];

    private ValueModel Classify(ITypeSymbol type, bool fields, int depth, out Finding finding)
    {
        finding = Finding.None;
        switch (type.SpecialType)
        {
            case SpecialType.System_Boolean: return Plain(ValueKind.Boolean);
            case SpecialType.System_SByte:
            case SpecialType.System_Byte:
            case SpecialType.System_Int16:
            case SpecialType.System_UInt16:
            case SpecialType.System_Int32: return Plain(ValueKind.Int32);
            case SpecialType.System_UInt32: return Plain(ValueKind.UInt32);
            case SpecialType.System_Int64:
            case SpecialType.System_IntPtr: return Plain(ValueKind.Int64);
            case SpecialType.System_UInt64:
            case SpecialType.System_UIntPtr: return Plain(ValueKind.UInt64);
            case SpecialType.System_Single: return Plain(ValueKind.Single);
            case SpecialType.System_Double: return Plain(ValueKind.Double);
            case SpecialType.System_Decimal: return Plain(ValueKind.Decimal);
            case SpecialType.System_Char: return Plain(ValueKind.Char);
            case SpecialType.System_String: return Plain(ValueKind.String);
            case SpecialType.System_DateTime: return Plain(ValueKind.DateTime);
            case SpecialType.System_Object: return Plain(ValueKind.Object);
        }

        switch (type)
        {
            case { TypeKind: TypeKind.Enum }: return Enumeration((INamedTypeSymbol)type);
            case { TypeKind: TypeKind.Dynamic }: return Plain(ValueKind.Object);
            case { TypeKind: TypeKind.Error }: return Plain(ValueKind.Text);
            case IPointerTypeSymbol: return Unsupported("a pointer says nothing outside the process", out finding);
            case IFunctionPointerTypeSymbol: return Unsupported("a function pointer says nothing outside the process", out finding);
            case IArrayTypeSymbol array: return Array(array, fields, depth, out finding);
            case ITypeParameterSymbol parameter: return TypeParameter(parameter, out finding) with { IsTypeParameter = true };
            case INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable:
                return Classify(nullable.TypeArguments[0], fields, depth, out finding) with { IsNullable = true };
            case INamedTypeSymbol named: return Named(named, fields, depth, out finding);
            default: return OnlyText(out finding);
        }
    }

    private ValueModel Named(INamedTypeSymbol type, bool fields, int depth, out Finding finding)
    {
        finding = Finding.None;
        if (type.ContainingType is null && WellKnownKind(type) is { } kind) return Plain(kind);
        if (type.IsRefLikeType) return RefStruct(type, fields, depth, out finding);
        if (type.SpecialType == SpecialType.System_TypedReference) return Unsupported("a typed reference cannot be formatted", out finding);

        if (Formattable(type) is { } formattable)
        {
            return new ValueModel(formattable) { IsReference = type.IsReferenceType };
        }

        if (Collection(type, fields, depth, out finding) is { } collection) return collection;
        if (WellKnown.IsException(type) || type.TypeKind == TypeKind.Delegate || (depth > 1 && IsFramework(type))) return OnlyText(out finding);

        if (fields && type.TypeKind is TypeKind.Class or TypeKind.Struct or TypeKind.Interface)
        {
            return Fields(type, depth, out finding);
        }

        ValueModel text = OnlyText(out finding);
        if (!IsFramework(type) && ReadableMember.Any(type)) finding = Finding.MissingLogFields;
        return text;
    }

    private ValueModel Fields(INamedTypeSymbol type, int depth, out Finding finding)
    {
        finding = Finding.None;
        if (HasMethodTypeParameter(type)) return OnlyText(out finding);
        string name = Names.Plain(type);
        _objects ??= new Dictionary<string, ObjectModel?>(StringComparer.Ordinal);
        if (!_objects.ContainsKey(name))
        {
            if (depth > MaxDepth || _objects.Count >= MaxObjects || !ReadableMember.Any(type)) return OnlyText(out finding);

            // Present while its members are read, so that a cycle ends here.
            _objects.Add(name, null);
            _objects[name] = new ObjectModel(name, type.IsReferenceType, Members(type, depth));
        }

        return new ValueModel(ValueKind.Fields) { TypeName = name, IsReference = type.IsReferenceType };
    }

    private ValueModel Enumeration(INamedTypeSymbol type)
    {
        string name = Names.Plain(type);
        if (_enums is not null)
        {
            foreach (EnumModel known in _enums)
            {
                if (known.TypeName == name) return new ValueModel(ValueKind.Enum) { TypeName = name };
            }
        }

        EnumModel model = EnumReader.Read(type, name);
        if ((model.IsFlags && model.Members.Length > MaxFlags) || HasMethodTypeParameter(type)) return Plain(ValueKind.EnumByName);
        (_enums ??= []).Add(model);
        return new ValueModel(ValueKind.Enum) { TypeName = name };
    }

    private ValueModel Array(IArrayTypeSymbol array, bool fields, int depth, out Finding finding)
    {
        if (array.Rank > 1) return OnlyText(out finding);
        if (array.ElementType.SpecialType == SpecialType.System_Byte)
        {
            finding = Finding.None;
            return Plain(ValueKind.Base64);
        }

        return Elements(ValueKind.Array, array.ElementType, isReference: true, fields, depth, out finding);
    }

    private ValueModel Elements(ValueKind kind, ITypeSymbol element, bool isReference, bool fields, int depth, out Finding finding) =>
        new(kind)
        {
            IsReference = isReference,
            Element = Classify(element, fields, depth + 1, out finding),
            ElementType = kind is ValueKind.Sequence or ValueKind.Set ? Names.Declared(element) : "",
        };

    private ValueModel RefStruct(INamedTypeSymbol type, bool fields, int depth, out Finding finding)
    {
        finding = Finding.None;
        if (type is { Arity: 1, Name: "ReadOnlySpan" or "Span" } && type.ContainingNamespace.Is("System"))
        {
            return type.TypeArguments[0].SpecialType switch
            {
                SpecialType.System_Char => Plain(ValueKind.CharSpan) with { IsRefStruct = true },
                SpecialType.System_Byte => Plain(ValueKind.Utf8Span) with { IsRefStruct = true },
                _ => Elements(ValueKind.Array, type.TypeArguments[0], isReference: false, fields, depth, out finding) with { IsRefStruct = true },
            };
        }

        return Formattable(type) is { } kind
            ? new ValueModel(kind) { IsRefStruct = true }
            : Unsupported("a ref struct must implement ISpanFormattable or IUtf8SpanFormattable", out finding);
    }

    private ValueModel TypeParameter(ITypeParameterSymbol parameter, out Finding finding)
    {
        finding = Finding.None;
        bool isEnum = false;
        ValueKind? formattable = null;
        foreach (ITypeSymbol constraint in parameter.ConstraintTypes)
        {
            if (constraint.SpecialType == SpecialType.System_Enum) isEnum = parameter.HasValueTypeConstraint;
            else if (constraint is INamedTypeSymbol named && FormattableInterface(named) is { } kind) formattable = Better(formattable, kind);
            else if (constraint is INamedTypeSymbol type && Formattable(type) is { } inherited) formattable = Better(formattable, inherited);
        }

        if (isEnum) return Plain(ValueKind.EnumByName);
        bool mayBeRefStruct = parameter.AllowsRefLikeType;
        if (formattable is { } found)
        {
            return new ValueModel(found) { IsReference = !parameter.IsValueType && !mayBeRefStruct, IsRefStruct = mayBeRefStruct };
        }

        return mayBeRefStruct
            ? Unsupported("a type parameter that allows ref structs must be constrained to ISpanFormattable or IUtf8SpanFormattable", out finding)
            : OnlyText(out finding);
    }

    private ValueModel? Collection(INamedTypeSymbol type, bool fields, int depth, out Finding finding)
    {
        finding = Finding.None;
        if (type.Arity == 1)
        {
            ITypeSymbol argument = type.TypeArguments[0];
            if (type.Name is "Memory" or "ReadOnlyMemory" && type.ContainingNamespace.Is("System"))
            {
                switch (argument.SpecialType)
                {
                    case SpecialType.System_Char: return Plain(ValueKind.CharMemory);
                    case SpecialType.System_Byte: return Plain(ValueKind.Utf8Memory);
                }
            }

            if (type.Name == "ImmutableArray" && type.ContainingNamespace.Is("System", "Collections", "Immutable"))
            {
                return Elements(ValueKind.ImmutableArray, argument, isReference: false, fields, depth, out finding);
            }

            if (type.Name == "List" && type.ContainingNamespace.Is("System", "Collections", "Generic"))
            {
                return Elements(ValueKind.List, argument, isReference: true, fields, depth, out finding);
            }
        }

        INamedTypeSymbol? sequence = null;
        INamedTypeSymbol? list = null;
        INamedTypeSymbol? dictionary = null;
        Look(type);
        foreach (INamedTypeSymbol i in type.AllInterfaces) Look(i);

        if (dictionary is not null && sequence is not null) return Dictionary(type, dictionary, sequence, fields, depth, out finding);
        if (sequence is null) return null;
        ITypeSymbol element = sequence.TypeArguments[0];
        if (type.TypeKind == TypeKind.Interface)
        {
            return list is not null
                ? Elements(ValueKind.List, element, isReference: true, fields, depth, out finding) with { TypeName = Names.Declared(list) }
                : Elements(InterfaceKind(type, element), element, isReference: true, fields, depth, out finding) with { TypeName = Names.Declared(sequence) };
        }

        OwnEnumerator own = EnumeratorOf(type, element);
        if (own == OwnEnumerator.Struct) return Elements(ValueKind.Enumerable, element, type.IsReferenceType, fields, depth, out finding);
        if (list is not null && type.IsReferenceType)
        {
            return Elements(ValueKind.List, element, isReference: true, fields, depth, out finding) with { TypeName = Names.Declared(list) };
        }

        if (own == OwnEnumerator.Class) return Elements(ValueKind.Enumerable, element, type.IsReferenceType, fields, depth, out finding);
        return Elements(ValueKind.Enumerable, element, type.IsReferenceType, fields, depth, out finding) with { TypeName = Names.Declared(sequence) };

        void Look(INamedTypeSymbol i)
        {
            if (i.TypeKind != TypeKind.Interface) return;
            switch (i.OriginalDefinition.SpecialType)
            {
                case SpecialType.System_Collections_Generic_IEnumerable_T: sequence ??= i; break;
                case SpecialType.System_Collections_Generic_IReadOnlyList_T: list ??= i; break;
                case SpecialType.System_Collections_Generic_IList_T: list ??= i; break;
                default:
                    if (i.Arity == 2 && i.Name is "IDictionary" or "IReadOnlyDictionary" && i.ContainingNamespace.Is("System", "Collections", "Generic")) dictionary ??= i;
                    break;
            }
        }
    }

    /// <summary>What a value of an interface type most often is.</summary>
    private static ValueKind InterfaceKind(INamedTypeSymbol type, ITypeSymbol element)
    {
        if (!type.ContainingNamespace.Is("System", "Collections", "Generic") || element is IArrayTypeSymbol { Rank: > 1 }) return ValueKind.Enumerable;
        return type.Name switch
        {
            "IEnumerable" or "ICollection" or "IReadOnlyCollection" => ValueKind.Sequence,
            "ISet" or "IReadOnlySet" => ValueKind.Set,
            _ => ValueKind.Enumerable,
        };
    }

    private ValueModel Dictionary(INamedTypeSymbol type, INamedTypeSymbol dictionary, INamedTypeSymbol sequence, bool fields, int depth, out Finding finding)
    {
        ValueModel key = Classify(dictionary.TypeArguments[0], fields: false, depth + 1, out finding);
        if (finding == Finding.MissingLogFields) finding = Finding.OnlyToString;
        ValueModel value = Classify(dictionary.TypeArguments[1], fields, depth + 1, out Finding ofValue);
        if (finding == Finding.None) finding = ofValue;
        bool isInterface = type.TypeKind == TypeKind.Interface;
        return new ValueModel(ValueKind.Dictionary)
        {
            IsReference = type.IsReferenceType,
            Key = key,
            Element = value,
            TypeName = isInterface || EnumeratorOf(type, sequence.TypeArguments[0]) == OwnEnumerator.None ? Names.Declared(dictionary) : "",
            ElementType = isInterface ? Names.Declared(dictionary.TypeArguments[0]) + ", " + Names.Declared(dictionary.TypeArguments[1]) : "",
        };
    }

    private enum OwnEnumerator : byte
    {
        None,
        Class,
        Struct,
    }

    /// <summary>What <c>foreach</c> finds in the type itself: a struct does not allocate.</summary>
    private static OwnEnumerator EnumeratorOf(INamedTypeSymbol type, ITypeSymbol element)
    {
        for (INamedTypeSymbol? t = type; t is not null; t = t.BaseType)
        {
            foreach (ISymbol member in t.GetMembers("GetEnumerator"))
            {
                if (member is not IMethodSymbol { DeclaredAccessibility: Accessibility.Public, IsStatic: false, Parameters.Length: 0 } method) continue;

                // What it enumerates may be something else than what the interface does: plain objects, for one.
                ITypeSymbol enumerator = method.ReturnType;
                bool isElement = enumerator is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Collections_Generic_IEnumerator_T } i
                    ? SymbolEqualityComparer.Default.Equals(i.TypeArguments[0], element)
                    : enumerator.GetMembers("Current").Any(m => m is IPropertySymbol current && SymbolEqualityComparer.Default.Equals(current.Type, element));
                return !isElement ? OwnEnumerator.None : enumerator.IsValueType ? OwnEnumerator.Struct : OwnEnumerator.Class;
            }
        }

        return OwnEnumerator.None;
    }

    private static ValueKind? WellKnownKind(INamedTypeSymbol type)
    {
        if (type.Arity != 0) return null;
        switch (type.Name)
        {
            case "Int128" when InSystem(): return ValueKind.Int128;
            case "UInt128" when InSystem(): return ValueKind.UInt128;
            case "Half" when InSystem(): return ValueKind.Half;
            case "Guid" when InSystem(): return ValueKind.Guid;
            case "DateTimeOffset" when InSystem(): return ValueKind.DateTimeOffset;
            case "DateOnly" when InSystem(): return ValueKind.DateOnly;
            case "TimeOnly" when InSystem(): return ValueKind.TimeOnly;
            case "TimeSpan" when InSystem(): return ValueKind.TimeSpan;
            case "Version" when InSystem(): return ValueKind.Version;
            case "Uri" when InSystem(): return ValueKind.Uri;
            case "Type" when InSystem(): return ValueKind.Type;
            case "IPAddress" when type.ContainingNamespace.Is("System", "Net"): return ValueKind.IPAddress;
            case "BigInteger" when type.ContainingNamespace.Is("System", "Numerics"): return ValueKind.BigInteger;
            default: return null;
        }

        bool InSystem() => type.ContainingNamespace.Is("System");
    }

    private static ValueKind? Formattable(INamedTypeSymbol type)
    {
        ValueKind? kind = FormattableInterface(type);
        foreach (INamedTypeSymbol i in type.AllInterfaces)
        {
            if (FormattableInterface(i) is { } found) kind = Better(kind, found);
        }

        return kind;
    }

    private static ValueKind? FormattableInterface(INamedTypeSymbol type) => type switch
    {
        { Name: "IUtf8SpanFormattable", Arity: 0 } when type.ContainingNamespace.Is("System") => ValueKind.Utf8Formattable,
        { Name: "ISpanFormattable", Arity: 0 } when type.ContainingNamespace.Is("System") => ValueKind.SpanFormattable,
        _ => null,
    };

    private static ValueKind Better(ValueKind? a, ValueKind b) => a == ValueKind.Utf8Formattable ? ValueKind.Utf8Formattable : b;

    /// <summary>Types of the platform are not followed into: their getters wait, compute and throw.</summary>
    private static bool IsFramework(INamedTypeSymbol type) =>
        !type.IsTupleType && type.ContainingNamespace.Root() is "System" or "Microsoft" && type.Locations is [{ IsInMetadata: true }, ..]
        && !(type.Name == "KeyValuePair" && type.Arity == 2);

    private static bool HasMethodTypeParameter(ITypeSymbol type) => type switch
    {
        ITypeParameterSymbol parameter => parameter.TypeParameterKind == TypeParameterKind.Method,
        IArrayTypeSymbol array => HasMethodTypeParameter(array.ElementType),
        INamedTypeSymbol named => (named.Arity > 0 && named.TypeArguments.Any(HasMethodTypeParameter)) || (named.ContainingType is { } outer && HasMethodTypeParameter(outer)),
        _ => false,
    };

    private static ValueModel OnlyText(out Finding finding)
    {
        finding = Finding.OnlyToString;
        return Plain(ValueKind.Text);
    }

    private ValueModel Unsupported(string reason, out Finding finding)
    {
        Reason = reason;
        finding = Finding.Unsupported;
        return Plain(ValueKind.Text);
    }
}
