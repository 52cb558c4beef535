using System.Collections.Immutable;
using Bolt.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bolt.Generators.Parsing;

/// <summary>
/// Reads a method with <c>[LogEvent]</c>. The generator and the analyzer share it: the generator wants the model only, the
/// analyzer the problems only.
/// </summary>
internal sealed class LogMethodParser
{
    private readonly IMethodSymbol _method;
    private readonly MethodDeclarationSyntax _syntax;
    private readonly AttributeData? _attribute;
    private readonly PlainAttribute? _plain;
    private readonly Compilation _compilation;
    private readonly int _namingPolicy;
    private readonly List<UsageProblem>? _problems;
    private readonly CancellationToken _ct;

    private bool _isStub;
    private string? _template;
    private int? _level;
    private int? _eventId;
    private string _eventName;
    private bool _skipEnabledCheck;
    private int _sampleEvery;
    private int _sampleFirst;
    private int _sampleThereafter;
    private int _sampleInterval = 1000;
    private bool _samplesErrors;

    private LogMethodParser(
        IMethodSymbol method,
        MethodDeclarationSyntax syntax,
        AttributeData? attribute,
        PlainAttribute? plain,
        Compilation compilation,
        List<UsageProblem>? problems,
        CancellationToken ct)
    {
        _method = method;
        _syntax = syntax;
        _attribute = attribute;
        _plain = plain;
        _compilation = compilation;
        _namingPolicy = FieldKeys.Policy(compilation.Assembly);
        _problems = problems;
        _ct = ct;
        _eventName = method.Name;
    }

    /// <summary>Reads a method.</summary>
    /// <param name="method">The declaration that has the attribute.</param>
    /// <param name="attribute">The attribute, <c>Bolt.LogEventAttribute</c>.</param>
    /// <param name="compilation">The compilation that both are of.</param>
    /// <param name="problems">Receives the mistakes; null if they are not wanted, and then no location is made.</param>
    /// <param name="ct">Ends the work.</param>
    /// <returns>The model, a stub where the mistake allows a body; null where no body can be generated.</returns>
    public static LogMethodModel? Parse(IMethodSymbol method, AttributeData attribute, Compilation compilation, List<UsageProblem>? problems, CancellationToken ct)
    {
        // The analyzer may be given the generated part of the method, the generator never.
        method = method.PartialDefinitionPart is { } definition && IsGenerated(method) ? definition : method;
        if (Syntax(method, ct) is not { } syntax) return null;
        return new LogMethodParser(method, syntax, attribute, plain: null, compilation, problems, ct).Parse();
    }

    /// <summary>Reads a method whose attribute need not be bound.</summary>
    /// <param name="method">The declaration that has the attribute.</param>
    /// <param name="syntax">Its syntax.</param>
    /// <param name="plain">The attribute, known to be <c>Bolt.LogEventAttribute</c>.</param>
    /// <param name="compilation">The compilation that all are of.</param>
    /// <param name="ct">Ends the work.</param>
    /// <returns>As the other.</returns>
    public static LogMethodModel? Parse(IMethodSymbol method, MethodDeclarationSyntax syntax, PlainAttribute plain, Compilation compilation, CancellationToken ct) =>
        new LogMethodParser(method, syntax, attribute: null, plain, compilation, problems: null, ct).Parse();

    private static MethodDeclarationSyntax? Syntax(IMethodSymbol method, CancellationToken ct)
    {
        foreach (SyntaxReference reference in method.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(ct) is MethodDeclarationSyntax syntax) return syntax;
        }

        return null;
    }

    private LogMethodModel? Parse()
    {
        if (!CanHaveBody()) return null;
        if (_plain is null) ReadAttribute(_attribute!);
        else ReadAttribute(_plain);

        ParameterModel[] parameters = new ParameterModel[_method.Parameters.Length];
        var values = new ValueClassifier(_namingPolicy, _compilation, _method.ContainingType, _ct);
        TemplateParser? template = ReadTemplate();
        int[] holes = MatchHoles(template);
        ReadParameters(parameters, values, template, holes, out string? logger);
        logger ??= FindLogger(parameters);
        CheckLevel(parameters);
        CheckKeys(parameters);
        string returnType = "void";
        if (!_method.ReturnsVoid)
        {
            _isStub = true;
            Report(UsageProblemKind.ReturnsValue, static p => p._syntax.ReturnType.GetLocation(), _method.Name, Names.Display(_method.ReturnType));
            if (_method.RefKind != RefKind.None) return null;
            returnType = Names.Declared(_method.ReturnType);
        }

        return new LogMethodModel
        {
            Container = HierarchyReader.Read(_method.ContainingType),
            Name = Names.Identifier(_method.Name),
            Modifiers = Modifiers(_syntax.Modifiers),
            ReturnType = returnType,
            TypeParameters = HierarchyReader.TypeParameters(_method.TypeParameters),
            Constraints = HierarchyReader.Constraints(_method.TypeParameters),
            IsOverride = _method.IsOverride,
            IsStub = _isStub,
            HasDocumentation = HasDocumentation(),
            Logger = logger ?? "",
            Level = _level ?? LogMethodModel.DynamicLevel,
            EventId = _eventId,
            EventName = _eventName,
            Template = _template ?? "",
            SkipEnabledCheck = _skipEnabledCheck,
            SampleEvery = _sampleFirst > 0 ? _sampleThereafter : _sampleEvery,
            SampleFirst = _sampleFirst,
            SampleIntervalMilliseconds = _sampleInterval,
            SamplesErrors = _samplesErrors,
            Parameters = parameters,
            Message = _isStub || template is null ? default : template.Message(holes),
            Enums = values.Enums,
            Objects = values.Objects,
        };
    }

    // --- whether a body can be generated at all ---

    private bool CanHaveBody()
    {
        if (_syntax.SyntaxTree.Options is CSharpParseOptions { LanguageVersion: < LanguageVersion.CSharp12 } options)
        {
            Report(UsageProblemKind.LanguageVersion, Identifier, options.LanguageVersion.ToDisplayString());
            return false;
        }

        if (_syntax.Body is not null || _syntax.ExpressionBody is not null || (_method.PartialImplementationPart is not null && !IsGenerated(_method)))
        {
            Report(UsageProblemKind.HasBody, Identifier, _method.Name);
            return false;
        }

        if (!_syntax.Modifiers.Any(SyntaxKind.PartialKeyword))
        {
            Report(UsageProblemKind.NotPartial, Identifier, _method.Name);
            return false;
        }

        for (SyntaxNode? node = _syntax.Parent; node is not null and not (BaseNamespaceDeclarationSyntax or CompilationUnitSyntax); node = node.Parent)
        {
            if (node is not (ClassDeclarationSyntax or StructDeclarationSyntax or RecordDeclarationSyntax or InterfaceDeclarationSyntax))
            {
                Report(UsageProblemKind.UnsupportedContainer, Identifier, "extension", "a partial method cannot stand in an extension block; declare it as 'this ILogger' extension method");
                return false;
            }
        }

        if (HierarchyReader.NotPartial(_syntax) is { } type)
        {
            Report(UsageProblemKind.ContainerNotPartial, Identifier, type.Identifier.ValueText);
            return false;
        }

        for (INamedTypeSymbol? t = _method.ContainingType; t is not null; t = t.ContainingType)
        {
            if (t.IsFileLocal)
            {
                Report(UsageProblemKind.UnsupportedContainer, Identifier, t.Name, "a file-local type cannot have a part in a generated file; make it internal");
                return false;
            }
        }

        if (_syntax.AttributeLists is not [{ Attributes.Count: 1 }])
        {
            foreach (AttributeData other in _method.GetAttributes())
            {
                if (other.AttributeClass?.Name is not ("LoggerMessageAttribute" or "ZLoggerMessageAttribute")) continue;
                Report(UsageProblemKind.ConflictingAttribute, Identifier, _method.Name, other.AttributeClass.Name.Replace("Attribute", ""));
                return false;
            }
        }

        return true;
    }

    private static bool IsGenerated(IMethodSymbol method)
    {
        foreach (AttributeData attribute in method.GetAttributes())
        {
            if (attribute.AttributeClass?.Name == "GeneratedCodeAttribute" && attribute.ConstructorArguments is [{ Value: WellKnown.GeneratorName }, ..]) return true;
        }

        return false;
    }

    // --- the attribute ---

    private void ReadAttribute(PlainAttribute attribute)
    {
        _level = attribute.Level;
        _template = attribute.Template;
        _eventId = attribute.EventId;
        _skipEnabledCheck = attribute.SkipEnabledCheck;
        _sampleEvery = attribute.SampleEvery;
        if (attribute.EventName is not { } name) return;
        _eventName = name;
        _isStub |= FieldKeys.Invalid(name) is not null;
    }

    private void ReadAttribute(AttributeData attribute)
    {
        foreach (TypedConstant argument in attribute.ConstructorArguments)
        {
            switch (argument)
            {
                case { Kind: TypedConstantKind.Enum, Value: int level }:
                    _level = level;
                    if (level is < 0 or > 5)
                    {
                        Report(
                            UsageProblemKind.InvalidArgument,
                            static p => p.ArgumentLocation("level"),
                            "level",
                            level == LogMethodModel.DynamicLevel ? "None" : Invariant(level),
                            "Trace to Critical; leave it out where a parameter gives the level");
                        _isStub = true;
                    }

                    break;
                case { Value: string message }: _template = message; break;
                case { Kind: TypedConstantKind.Error }: _isStub = true; break;
            }
        }

        foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
        {
            switch (argument.Key)
            {
                case "EventId" when argument.Value.Value is int id: _eventId = id; break;
                case "EventName" when argument.Value.Value is string name:
                    _eventName = name;
                    if (FieldKeys.Invalid(name) is { } reason)
                    {
                        Report(UsageProblemKind.InvalidKey, static p => p.ArgumentLocation("EventName"), name, reason);
                        _isStub = true;
                    }

                    break;
                case "SkipEnabledCheck" when argument.Value.Value is bool skip: _skipEnabledCheck = skip; break;
                case "SampleEvery" when argument.Value.Value is int every: _sampleEvery = every; break;
                case "SampleFirst" when argument.Value.Value is int first: _sampleFirst = first; break;
                case "SampleThereafter" when argument.Value.Value is int thereafter: _sampleThereafter = thereafter; break;
                case "SampleIntervalMilliseconds" when argument.Value.Value is int interval: _sampleInterval = interval; break;
                case "SampleErrors" when argument.Value.Value is bool errors: _samplesErrors = errors; break;
            }
        }

        CheckSampling();
    }

    private void CheckSampling()
    {
        if (_sampleEvery < 0) Refuse("SampleEvery", _sampleEvery, "0 or more");
        if (_sampleFirst < 0) Refuse("SampleFirst", _sampleFirst, "0 or more");
        if (_sampleThereafter < 0) Refuse("SampleThereafter", _sampleThereafter, "0 or more");
        if (_sampleInterval is < 1 or > 86_400_000) Refuse("SampleIntervalMilliseconds", _sampleInterval, "1 to 86400000");
        if (_sampleFirst > 0 && _sampleEvery > 0) Refuse("SampleEvery", _sampleEvery, "0 beside SampleFirst; SampleThereafter says how many are written of the rest");
        if (_sampleFirst == 0 && _sampleThereafter > 0) Refuse("SampleThereafter", _sampleThereafter, "0 without SampleFirst; SampleEvery writes one call of so many");
    }

    private void Refuse(string argument, int value, string allowed)
    {
        Report(UsageProblemKind.InvalidArgument, p => p.ArgumentLocation(argument), argument, Invariant(value), allowed);
        _isStub = true;
    }

    // --- the template ---

    private TemplateParser? ReadTemplate()
    {
        if (string.IsNullOrEmpty(_template)) return null;
        TemplateParser template = TemplateParser.Parse(_template!);
        if (template.Error is null) return template;
        _isStub = true;
        if (_problems is not null)
        {
            _problems.Add(new UsageProblem(UsageProblemKind.MalformedTemplate, TemplatePlace(template.ErrorStart, template.ErrorLength), template.Error));
        }

        return template;
    }

    /// <summary>For each segment of the template the index of its parameter; -1 for text.</summary>
    private int[] MatchHoles(TemplateParser? template)
    {
        if (template is null) return [];
        int[] holes = new int[template.Segments.Count];
        for (int i = 0; i < holes.Length; i++)
        {
            TemplateSegment segment = template.Segments[i];
            holes[i] = segment.IsHole ? MatchHole(segment.Text) : -1;
            if (!segment.IsHole || holes[i] >= 0) continue;
            _isStub = true;
            if (_problems is not null)
            {
                _problems.Add(new UsageProblem(UsageProblemKind.UnknownHole, TemplatePlace(segment.Start, segment.Length), segment.Text, _method.Name));
            }
        }

        return holes;
    }

    private int MatchHole(string name)
    {
        int match = -1;
        for (int i = 0; i < _method.Parameters.Length; i++)
        {
            string candidate = _method.Parameters[i].Name;
            if (string.Equals(candidate, name, StringComparison.Ordinal))
            {
                match = i;
                break;
            }

            if (match < 0 && string.Equals(candidate, name, StringComparison.OrdinalIgnoreCase)) match = i;
        }

        // The logger is not a value.
        return match >= 0 && !WellKnown.IsLogger(_method.Parameters[match].Type) ? match : -1;
    }

    // --- the parameters ---

    private void ReadParameters(ParameterModel[] parameters, ValueClassifier values, TemplateParser? template, int[] holes, out string? logger)
    {
        logger = null;
        bool hasLevel = false;
        IParameterSymbol? exception = null;
        for (int i = 0; i < parameters.Length; i++)
        {
            _ct.ThrowIfCancellationRequested();
            IParameterSymbol parameter = _method.Parameters[i];
            parameters[i] = ReadParameter(parameter, values, template, holes, ref logger, ref hasLevel, ref exception);
        }
    }

    private ParameterModel ReadParameter(
        IParameterSymbol parameter,
        ValueClassifier values,
        TemplateParser? template,
        int[] holes,
        ref string? logger,
        ref bool hasLevel,
        ref IParameterSymbol? exception)
    {
        ITypeSymbol type = parameter.Type;
        if (parameter.RefKind is RefKind.Ref or RefKind.Out)
        {
            ReportUnsupported(parameter, "a log method only reads its arguments; use 'in' or no modifier");
            return Model(parameter, ParameterRole.Field);
        }

        if (WellKnown.IsLogger(type))
        {
            if (logger is not null)
            {
                _isStub = true;
                Report(UsageProblemKind.AmbiguousLogger, parameter, _method.Name, logger, parameter.Name);
            }

            logger ??= Names.Identifier(parameter.Name);
            return Model(parameter, ParameterRole.Logger);
        }

        if (WellKnown.IsLogLevel(type))
        {
            if (hasLevel || _level is not null)
            {
                _isStub = true;
                Report(UsageProblemKind.LevelGivenTwice, parameter, _method.Name, parameter.Name);
            }

            hasLevel = true;
            return Model(parameter, ParameterRole.Level);
        }

        if (WellKnown.IsException(type))
        {
            if (exception is null)
            {
                exception = parameter;
                return Model(parameter, ParameterRole.Exception);
            }

            Report(UsageProblemKind.SecondException, parameter, parameter.Name, exception.Name);
        }

        return ReadField(parameter, values, template, holes);
    }

    private ParameterModel Model(IParameterSymbol parameter, ParameterRole role) =>
        new(Names.Identifier(parameter.Name), Names.Declared(parameter.Type), role) { Modifiers = Modifiers(parameter) };

    private ParameterModel ReadField(IParameterSymbol parameter, ValueClassifier values, TemplateParser? template, int[] holes)
    {
        int index = parameter.Ordinal;
        AttributeData? fields = null;
        AttributeData? sensitive = null;
        AttributeData? named = null;
        ImmutableArray<AttributeData> classification = [];
        ParameterRole role = ParameterRole.Field;
        if (!parameter.GetAttributes().IsEmpty) ReadAttributes(parameter, ref fields, ref sensitive, ref named, ref classification, ref role);

        int hole = Array.IndexOf(holes, index);
        if (hole >= 0) role = ParameterRole.Field;

        string key = named?.ConstructorArguments is [{ Value: string name }] ? name : FieldKeys.Apply(_namingPolicy, hole >= 0 ? template!.Segments[hole].Text : parameter.Name);
        if (named is not null && FieldKeys.Invalid(key) is { } reason)
        {
            _isStub = true;
            _problems?.Add(new UsageProblem(UsageProblemKind.InvalidKey, AttributeLocation(named, parameter), key, reason));
        }

        int redactedTwice = values.RedactedTwice.Count;
        ValueModel value = values.Classify(parameter.Type, fields is not null, out Finding finding);
        switch (finding)
        {
            case Finding.Unsupported:
                ReportUnsupported(parameter, values.Reason);
                break;
            case Finding.MissingLogFields:
                Report(UsageProblemKind.MissingLogFields, parameter, parameter.Name, Display(parameter));
                break;
            case Finding.OnlyToString when parameter.Type.TypeKind != TypeKind.Error && fields is null && !WellKnown.IsException(parameter.Type):
                Report(UsageProblemKind.OnlyToString, parameter, parameter.Name, Display(parameter));
                break;
        }

        RedactionModel redaction = ReadableMember.RedactionOf(sensitive, classification);
        if (ReadableMember.IsRedactedTwice(redaction, classification)) Report(UsageProblemKind.RedactedTwice, parameter, parameter.Name);
        for (int i = redactedTwice; i < values.RedactedTwice.Count; i++) Report(UsageProblemKind.RedactedTwice, parameter, values.RedactedTwice[i]);
        bool flatten = false;
        if (fields is not null)
        {
            if (!ContainsFields(value)) Report(UsageProblemKind.NothingToWrite, parameter, parameter.Name, Display(parameter));
            flatten = value.Kind == ValueKind.Fields && redaction == RedactionModel.None && fields.NamedArguments.Any(static a => a is { Key: "Flatten", Value.Value: true });
        }

        if (value.Kind == ValueKind.Base64 && hole >= 0 && HasHexHole(template!, holes, index)) value = value with { Kind = ValueKind.Hex };

        return new ParameterModel(Names.Identifier(parameter.Name), Names.Declared(parameter.Type), role)
        {
            Modifiers = Modifiers(parameter),
            Key = key,
            Value = value,
            Redaction = redaction,
            Classification = values.Classification(redaction, classification),
            IsFlattened = flatten,
            Flattened = flatten ? MembersOf(value, values) : default,
        };
    }

    private static EquatableArray<MemberModel> MembersOf(ValueModel value, ValueClassifier values)
    {
        foreach (ObjectModel model in values.Objects)
        {
            if (model.TypeName == value.TypeName) return model.Members;
        }

        return default;
    }

    private static bool ContainsFields(ValueModel value) =>
        value.Kind == ValueKind.Fields || (value.Element is { } element && ContainsFields(element));

    private static bool HasHexHole(TemplateParser template, int[] holes, int index)
    {
        for (int i = 0; i < holes.Length; i++)
        {
            if (holes[i] == index && template.Segments[i].Format == "x") return true;
        }

        return false;
    }

    private static void ReadAttributes(
        IParameterSymbol parameter,
        ref AttributeData? fields,
        ref AttributeData? sensitive,
        ref AttributeData? named,
        ref ImmutableArray<AttributeData> classification,
        ref ParameterRole role)
    {
        foreach (AttributeData attribute in parameter.GetAttributes())
        {
            if (attribute.AttributeClass is not { } type) continue;
            switch (type.Name)
            {
                case "LogFieldsAttribute" when type.ContainingNamespace.Is("Bolt"): fields = attribute; break;
                case "SensitiveAttribute" when type.ContainingNamespace.Is("Bolt"): sensitive = attribute; break;
                case "LogNameAttribute" when type.ContainingNamespace.Is("Bolt"): named = attribute; break;
                case "CallerFilePathAttribute" when parameter.Type.SpecialType == SpecialType.System_String: role = ParameterRole.CallerFile; break;
                case "CallerLineNumberAttribute" when parameter.Type.SpecialType == SpecialType.System_Int32: role = ParameterRole.CallerLine; break;
                case "CallerMemberNameAttribute" when parameter.Type.SpecialType == SpecialType.System_String: role = ParameterRole.CallerMember; break;
                default:
                    if (DataClassification.Is(attribute)) classification = classification.Add(attribute);
                    break;
            }
        }
    }

    private string? FindLogger(ParameterModel[] parameters)
    {
        string? found = LoggerFinder.Find(_method, _method.ContainingType, out ISymbol? first, out ISymbol? second);
        if (found is not null) return found;
        _isStub = true;
        if (first is not null && second is not null) Report(UsageProblemKind.AmbiguousLogger, Identifier, _method.Name, first.Name, second.Name);
        else Report(UsageProblemKind.NoLogger, Identifier, _method.Name, _method.ContainingType.Name);
        return null;
    }

    private void CheckLevel(ParameterModel[] parameters)
    {
        if (_level is not null || Array.Exists(parameters, static p => p.Role == ParameterRole.Level)) return;
        _isStub = true;
        Report(UsageProblemKind.LevelMissing, Identifier, _method.Name);
    }

    private void CheckKeys(ParameterModel[] parameters)
    {
        for (int i = 0; i < parameters.Length; i++)
        {
            ParameterModel parameter = parameters[i];
            if (parameter.Value is null || parameter.Redaction == RedactionModel.Omit) continue;
            if (!parameter.IsFlattened)
            {
                CheckKey(parameters, i, -1, parameter.Key, _method.Parameters[i].Name);
                continue;
            }

            for (int m = 0; m < parameter.Flattened.Length; m++)
            {
                CheckKey(parameters, i, m, parameter.Flattened[m].Key, _method.Parameters[i].Name + "." + parameter.Flattened[m].Name);
            }
        }
    }

    private void CheckKey(ParameterModel[] parameters, int index, int member, string key, string owner)
    {
        if (FieldKeys.IsReserved(key))
        {
            _isStub = true;
            Report(UsageProblemKind.ReservedKey, _method.Parameters[index], key, owner);
        }

        for (int i = 0; i <= index; i++)
        {
            ParameterModel other = parameters[i];
            if (other.Value is null || other.Redaction == RedactionModel.Omit) continue;
            if (!other.IsFlattened)
            {
                if (i < index && other.Key == key) Duplicate(_method.Parameters[i].Name);
                continue;
            }

            int members = i < index ? other.Flattened.Length : member;
            for (int m = 0; m < members; m++)
            {
                if (other.Flattened[m].Key == key) Duplicate(_method.Parameters[i].Name + "." + other.Flattened[m].Name);
            }
        }

        void Duplicate(string first)
        {
            _isStub = true;
            Report(UsageProblemKind.DuplicateKey, _method.Parameters[index], key, owner, first);
        }
    }

    // --- how the declaration is spelled ---

    private static string Modifiers(SyntaxTokenList modifiers) => modifiers switch
    {
        [{ ValueText: var a }] => a,
        [{ ValueText: "public" }, { ValueText: "static" }, { ValueText: "partial" }] => "public static partial",
        [{ ValueText: "internal" }, { ValueText: "static" }, { ValueText: "partial" }] => "internal static partial",
        [{ ValueText: "private" }, { ValueText: "static" }, { ValueText: "partial" }] => "private static partial",
        [{ ValueText: "public" }, { ValueText: "partial" }] => "public partial",
        [{ ValueText: "private" }, { ValueText: "partial" }] => "private partial",
        _ => string.Join(" ", modifiers.Select(static m => m.ValueText)),
    };

    private string Modifiers(IParameterSymbol parameter)
    {
        string modifiers = parameter.RefKind switch
        {
            RefKind.Ref => "ref ",
            RefKind.Out => "out ",
            RefKind.In => "in ",
            RefKind.RefReadOnlyParameter => "ref readonly ",
            _ => "",
        };

        // 'scoped' is implied for params spans and out, and may not be told from the symbol alone.
        if (parameter.ScopedKind != ScopedKind.None && parameter.RefKind != RefKind.Out && !parameter.IsParams) modifiers = "scoped " + modifiers;
        if (parameter.IsParams) modifiers = "params " + modifiers;
        if (parameter.Ordinal == 0 && _method.IsExtensionMethod) modifiers = "this " + modifiers;
        return modifiers;
    }

    private bool HasDocumentation()
    {
        foreach (SyntaxTrivia trivia in _syntax.GetLeadingTrivia())
        {
            if (trivia.Kind() is SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia) return true;

            // Where documentation is not parsed (a compilation that writes none), it is a comment like any other.
            if (trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia && IsDocumentation(trivia)) return true;
        }

        return false;
    }

    private bool IsDocumentation(SyntaxTrivia trivia)
    {
        if (trivia.Span.Length < 4) return false;
        string text = trivia.ToString();
        return text.StartsWith("///", StringComparison.Ordinal) || text.StartsWith("/**", StringComparison.Ordinal);
    }

    // --- problems ---

    private static string Display(IParameterSymbol parameter) => Names.Display(parameter.Type);

    private static string Invariant(int value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static Location Identifier(LogMethodParser parser) => parser._syntax.Identifier.GetLocation();

    private void ReportUnsupported(IParameterSymbol parameter, string reason)
    {
        _isStub = true;
        if (_problems is not null) Report(UsageProblemKind.UnsupportedParameter, parameter, parameter.Name, Display(parameter), reason);
    }

    private void Report(UsageProblemKind kind, Func<LogMethodParser, Location> location, params string[] args) =>
        _problems?.Add(new UsageProblem(kind, location(this), args));

    private void Report(UsageProblemKind kind, IParameterSymbol parameter, params string[] args)
    {
        if (_problems is null) return;
        int ordinal = parameter.Ordinal;
        _problems.Add(new UsageProblem(kind, _syntax.ParameterList.Parameters[ordinal].Identifier.GetLocation(), args));
    }

    private Location TemplatePlace(int start, int length)
    {
        foreach (AttributeArgumentSyntax argument in Arguments())
        {
            if (argument.NameEquals is null && (argument.NameColon?.Name.Identifier.ValueText == "message" || (argument.NameColon is null && IsTemplate(argument))))
            {
                return TemplateLocation.Of(argument.Expression, start, length);
            }
        }

        return Identifier(this);

        // The message is the last of the positional arguments.
        bool IsTemplate(AttributeArgumentSyntax argument) =>
            ReferenceEquals(argument, Arguments().LastOrDefault(static a => a.NameEquals is null && a.NameColon is null));
    }

    private Location ArgumentLocation(string name)
    {
        foreach (AttributeArgumentSyntax argument in Arguments())
        {
            if ((argument.NameEquals?.Name ?? argument.NameColon?.Name)?.Identifier.ValueText == name) return argument.Expression.GetLocation();
        }

        // The level is the only positional argument that is asked for, and comes first.
        return Arguments() is [{ NameEquals: null, NameColon: null } first, ..] ? first.Expression.GetLocation() : Identifier(this);
    }

    private Location AttributeLocation(AttributeData attribute, IParameterSymbol parameter) =>
        attribute.ApplicationSyntaxReference?.GetSyntax(_ct) is AttributeSyntax { ArgumentList.Arguments: [{ } argument] }
            ? argument.Expression.GetLocation()
            : _syntax.ParameterList.Parameters[parameter.Ordinal].Identifier.GetLocation();

    private SeparatedSyntaxList<AttributeArgumentSyntax> Arguments() =>
        (_attribute?.ApplicationSyntaxReference?.GetSyntax(_ct) as AttributeSyntax)?.ArgumentList?.Arguments ?? default;
}
