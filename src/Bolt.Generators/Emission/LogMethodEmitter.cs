using System.Globalization;
using System.Text;
using Bolt.Generators.Model;
using static Bolt.Generators.Emission.RuntimeNames;

namespace Bolt.Generators.Emission;

/// <summary>
/// Writes the two parts of a log method: the declared one, which only checks the level, small enough to be inlined, and the private
/// one, which writes the record in one straight line.
/// </summary>
internal sealed class LogMethodEmitter
{
    private const string MaskedValue = "\"***\"";

    private readonly CodeWriter _code;
    private readonly LogMethodModel _method;
    private readonly string _uniqueName;
    private readonly WriterNames _writers;
    private readonly string _prefix;
    private readonly List<Field> _fields = [];
    private readonly List<Piece> _message = [];
    private readonly StringBuilder _width = new();
    private readonly StringBuilder _literal = new();
    private int _constantWidth;

    public LogMethodEmitter(CodeWriter code, LogMethodModel method, string uniqueName, WriterNames writers)
    {
        _code = code;
        _method = method;
        _uniqueName = uniqueName;
        _writers = writers;
        _prefix = "__";
        foreach (ParameterModel parameter in method.Parameters)
        {
            while (parameter.Name.StartsWith(_prefix, StringComparison.Ordinal)) _prefix += "_";
        }
    }

    private string Info => LogTypeEmitter.EventsClass + "." + LogTypeEmitter.Identifier(_uniqueName);

    private string BodyName => _prefix + _uniqueName;

    public void Emit()
    {
        if (!_method.HasDocumentation) RecordDocumentation.Emit(_code, _method);
        _code.Line(LogTypeEmitter.GeneratedCode);
        _code.Line($"{_method.Modifiers} {_method.ReturnType} {_method.Name}{_method.TypeParameters}({Declarations()}){(_method.IsOverride ? "" : _method.Constraints)}");
        _code.Open();
        if (_method.IsStub)
        {
            Stub();
            _code.Close();
            return;
        }

        Check();
        _code.Close();
        _code.Line();
        _code.Line(LogTypeEmitter.GeneratedCode);
        _code.Line("[global::System.Diagnostics.CodeAnalysis.ExcludeFromCodeCoverage]");
        _code.Line("[global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]");
        _code.Line($"private static void {BodyName}{_method.TypeParameters}({BodyDeclarations()}){_method.Constraints}");
        _code.Open();
        Body();
        _code.Close();
        Hooks();
    }

    // --- the declared method ---

    private string Declarations() => string.Join(", ", _method.Parameters.Select(static p => p.Modifiers + p.TypeName + " " + p.Name));

    private void Stub()
    {
        _code.Line("// The declaration has a mistake; the analyzer says which.");
        foreach (ParameterModel parameter in _method.Parameters)
        {
            if (parameter.Modifiers.Contains("out ")) _code.Line(parameter.Name + " = default!;");
        }

        if (_method.ReturnType != "void") _code.Line("return default!;");
    }

    private void Check()
    {
        string logger = _method.Logger;
        if (!_method.Parameters.Any(static p => p.Role == ParameterRole.Logger))
        {
            // Read once: a property may give another logger, or null, the next time.
            logger = _prefix + "logger";
            _code.Line($"{Logger}? {logger} = {_method.Logger};");
        }

        string level = LevelExpression();
        string condition = _method.SkipEnabledCheck ? $"{logger} is not null" : $"{RuntimeNames.EventWriter}.IsEnabled({logger}, {level})";

        if (_method.IsSampled) condition += $" && {Info}.Sample({logger}, {level})";

        var arguments = new StringBuilder(logger);
        foreach (ParameterModel parameter in _method.Parameters)
        {
            if (parameter.Role == ParameterRole.Logger) continue;
            arguments.Append(IsDynamic(parameter) ? ", (object?)" : ", ").Append(parameter.Name);
        }

        _code.Open($"if ({condition})");
        _code.Line($"{BodyName}{_method.TypeParameters}({arguments});");
        _code.Close();
    }

    private string LevelExpression()
    {
        foreach (ParameterModel parameter in _method.Parameters)
        {
            if (parameter.Role == ParameterRole.Level) return parameter.Name;
        }

        return Level(_method.Level);
    }

    // --- the body ---

    /// <summary>By value: what an 'in' argument refers to could change between the reservation and the writing.</summary>
    private string BodyDeclarations()
    {
        var text = new StringBuilder(Logger).Append(' ').Append(LoggerName());
        foreach (ParameterModel parameter in _method.Parameters)
        {
            if (parameter.Role == ParameterRole.Logger) continue;
            text.Append(", ");
            if (parameter.Value is { IsRefStruct: true }) text.Append("scoped ");
            text.Append(IsDynamic(parameter) ? "object?" : parameter.TypeName).Append(' ').Append(parameter.Name);
        }

        return text.ToString();
    }

    /// <summary>A call with a dynamic argument would be bound at run time, and cannot be where there is a ref struct.</summary>
    private static bool IsDynamic(ParameterModel parameter) => parameter.TypeName is "dynamic" or "dynamic?";

    private string LoggerName()
    {
        foreach (ParameterModel parameter in _method.Parameters)
        {
            if (parameter.Role == ParameterRole.Logger) return parameter.Name;
        }

        return _prefix + "logger";
    }

    private void Body()
    {
        string e = _prefix + "e";
        string p = _prefix + "p";
        bool isDynamic = _method.Level == LogMethodModel.DynamicLevel;
        _code.Line($"var {e} = new {RuntimeNames.EventWriter}({LoggerName()}, {Info}{(isDynamic ? ", " + LevelExpression() : "")});");

        Plan();
        HookCall(e);
        CallSite(e);
        Buffered(e);
        Widths(e);
        string exception = ExceptionName() is { } name ? ", " + name : "";
        _code.Line($"ref byte {p} = ref {e}.Begin({TotalWidth()}{exception});");
        _code.Line($"if (global::System.Runtime.CompilerServices.Unsafe.IsNullRef(ref {p})) return;");
        Fields(e, p);
        _code.Line($"{p} = ref {e}.Tail(ref {p});");
        Message(e, p);
        Forwarding(e);
        _code.Line($"{e}.Commit(ref {p});");
    }

    /// <summary>Decides for every field and every piece of the message where its bytes come from.</summary>
    private void Plan()
    {
        string[] fieldOf = new string[_method.Parameters.Length];
        for (int i = 0; i < _method.Parameters.Length; i++)
        {
            ParameterModel parameter = _method.Parameters[i];
            if (parameter.Value is null || parameter.Redaction == RedactionModel.Omit) continue;
            string id = i.ToString(CultureInfo.InvariantCulture);
            if (parameter.IsFlattened)
            {
                for (int m = 0; m < parameter.Flattened.Length; m++)
                {
                    MemberModel member = parameter.Flattened[m];
                    _fields.Add(new Field(parameter, id + "_" + m.ToString(CultureInfo.InvariantCulture), member.Key, member.Value, member.Redaction)
                    {
                        Member = member,
                        Source = Source.Buffer,
                        IsMarked = true,
                    });
                }
            }
            else
            {
                _fields.Add(new Field(parameter, id, parameter.Key, parameter.Value, parameter.Redaction)
                {
                    Source = parameter.Redaction switch
                    {
                        RedactionModel.Mask => Source.Mask,
                        RedactionModel.None when parameter.Value.Kind.IsInline() => Source.Inline,
                        _ => Source.Buffer,
                    },
                    IsMarked = parameter.Redaction != RedactionModel.Mask && ForwardsText(parameter),
                });
            }
        }

        for (int i = 0; i < _method.Message.Length; i++)
        {
            MessagePart part = _method.Message[i];
            if (part.Parameter < 0)
            {
                _message.Add(new Piece(part, null, null, ""));
                continue;
            }

            ParameterModel parameter = _method.Parameters[part.Parameter];
            if (parameter.Redaction == RedactionModel.Omit) continue;
            Field? field = _fields.Find(f => ReferenceEquals(f.Parameter, parameter) && f.Member is null);
            bool isFormatted = (part.Format is not null || part.Alignment != 0) && parameter.Redaction == RedactionModel.None
                && parameter.Value is { IsRefStruct: false } or { Kind: ValueKind.CharSpan } && parameter.Value!.Kind.IsFormattable();
            if (isFormatted || field is null)
            {
                _message.Add(new Piece(part, parameter, null, "m" + i.ToString(CultureInfo.InvariantCulture)) { IsFormatted = isFormatted });
            }
            else
            {
                if (field.Source == Source.Inline) field.IsMarked = true;
                _message.Add(new Piece(part, parameter, field, ""));
            }
        }
    }

    /// <summary>Whether other providers get the encoded text of a value rather than the value: what cannot outlive the call, and what redaction took something from.</summary>
    private static bool ForwardsText(ParameterModel parameter) =>
        parameter.Redaction != RedactionModel.None || parameter.IsFlattened || parameter.Value!.IsRefStruct || HasFields(parameter.Value);

    private static bool HasFields(ValueModel value) => value.Kind == ValueKind.Fields || (value.Element is { } element && HasFields(element));

    // --- filters and enrichers ---

    private string? ExceptionName()
    {
        foreach (ParameterModel parameter in _method.Parameters)
        {
            if (parameter.Role == ParameterRole.Exception) return parameter.Name;
        }

        return null;
    }

    private string HooksName => BodyName + "__Hooks";

    /// <summary>Whether filters and enrichers see the field's value: it is as the caller gave it, and can be referred to.</summary>
    private static bool IsShown(Field field) =>
        field.Member is null && field.Redaction == RedactionModel.None && !IsDynamic(field.Parameter)
        && (!field.Value.IsRefStruct || field.Parameter.TypeName == "global::System.ReadOnlySpan<char>");

    private void HookCall(string e)
    {
        string run = _fields.Exists(IsShown)
            ? $"{HooksName}{_method.TypeParameters}(ref {e}{HookArguments(static p => p.Name)})"
            : $"{e}.RunHooks(default, {ExceptionName() ?? "null"})";
        _code.Line($"if ({e}.HasHooks && !{run}) return;");
    }

    /// <summary>In a method of its own: a parameter that is referred to cannot be kept in a register.</summary>
    private void Hooks()
    {
        if (!_fields.Exists(IsShown)) return;
        string e = _prefix + "e";
        string slots = _prefix + "slots";
        _code.Line();
        _code.Line(LogTypeEmitter.GeneratedCode);
        _code.Line("[global::System.Diagnostics.CodeAnalysis.ExcludeFromCodeCoverage]");
        _code.Line("[global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]");
        _code.Line($"private static bool {HooksName}{_method.TypeParameters}(scoped ref {RuntimeNames.EventWriter} {e}{HookArguments(static p => (p.Value is { IsRefStruct: true } ? "scoped " : "") + p.TypeName + " " + p.Name)}){_method.Constraints}");
        _code.Open();
        _code.Line($"global::System.Span<{RuntimeNames.FieldSlot}> {slots} = stackalloc {RuntimeNames.FieldSlot}[{_fields.Count}];");
        for (int i = 0; i < _fields.Count; i++)
        {
            if (IsShown(_fields[i])) _code.Line($"{slots}[{i}] = {RuntimeNames.FieldSlot}.Of(ref {_fields[i].Parameter.Name});");
        }

        _code.Line($"return {e}.RunHooks({slots}, {ExceptionName() ?? "null"});");
        _code.Close();
    }

    private string HookArguments(Func<ParameterModel, string> spell)
    {
        var text = new StringBuilder();
        foreach (ParameterModel parameter in _method.Parameters)
        {
            if (parameter.Role == ParameterRole.Exception || _fields.Exists(f => ReferenceEquals(f.Parameter, parameter) && IsShown(f))) text.Append(", ").Append(spell(parameter));
        }

        return text.ToString();
    }

    private void CallSite(string e)
    {
        string Caller(ParameterRole role, string absent)
        {
            foreach (ParameterModel parameter in _method.Parameters)
            {
                if (parameter.Role == role && parameter.Redaction == RedactionModel.None) return parameter.Name;
            }

            return absent;
        }

        if (!_fields.Exists(static f => f.IsCaller)) return;
        _code.Open($"if ({e}.WritesCallSite)");
        _code.Line($"{e}.CallSite({Caller(ParameterRole.CallerFile, "null")}, {Caller(ParameterRole.CallerLine, "0")}, {Caller(ParameterRole.CallerMember, "null")});");
        _code.Close();
    }

    // --- 1. values without a bounded width ---

    private void Buffered(string e)
    {
        if (!_fields.Exists(static f => f.Source == Source.Buffer) && !_message.Exists(static m => m.Id.Length > 0)) return;
        string buffer = _prefix + "values";
        _code.Line($"var {buffer} = {e}.Values;");
        var values = new ValueEmitter(_code, _writers, buffer, _prefix);
        for (int i = 0; i < _fields.Count; i++)
        {
            Field field = _fields[i];
            if (field.Source != Source.Buffer) continue;
            if (field.Member is null)
            {
                Buffer(field, values, buffer);
                continue;
            }

            i = Flattened(i, values, buffer) - 1;
        }

        foreach (Piece piece in _message)
        {
            if (piece.Id.Length == 0) continue;
            _code.Line($"int {Start(piece.Id)} = {buffer}.Position;");
            Text(piece, values, buffer);
            _code.Line($"int {End(piece.Id)} = {buffer}.Position;");
        }
    }

    private void Buffer(Field field, ValueEmitter values, string buffer)
    {
        _code.Line($"int {Start(field.Id)} = {buffer}.Position;");
        Guarded(field.Value.Kind.MayThrow(), Start(field.Id), buffer, () => values.Write(field.Value, field.Parameter.Name));
        if (field.Redaction != RedactionModel.None) ObjectEmitter.Redact(_code, buffer, Start(field.Id), field.Redaction, field.Parameter.Classification, _writers);
        _code.Line($"int {End(field.Id)} = {buffer}.Position;");
    }

    /// <summary>The members of one flattened object, each a value of its own; none if the object is null.</summary>
    /// <returns>The index of the first field after them.</returns>
    private int Flattened(int first, ValueEmitter values, string buffer)
    {
        ParameterModel parameter = _fields[first].Parameter;
        int end = first;
        while (end < _fields.Count && ReferenceEquals(_fields[end].Parameter, parameter)) end++;
        for (int i = first; i < end; i++) _code.Line($"int {Start(_fields[i].Id)} = 0, {End(_fields[i].Id)} = 0;");
        string? condition = Presence(parameter);
        if (condition is not null) _code.Open($"if ({condition})");
        for (int i = first; i < end; i++)
        {
            Field field = _fields[i];
            _code.Line($"{Start(field.Id)} = {buffer}.Position;");
            string source = parameter.Value!.IsNullable ? parameter.Name + ".GetValueOrDefault()" : parameter.Name;
            Guarded(mayThrow: true, Start(field.Id), buffer, () => ObjectEmitter.Member(_code, values, _writers, field.Member!, source + "." + field.Member!.Name));
            _code.Line($"{End(field.Id)} = {buffer}.Position;");
        }

        if (condition is not null) _code.Close();
        return end;
    }

    private void Guarded(bool mayThrow, string start, string buffer, Action write)
    {
        if (!mayThrow)
        {
            write();
            return;
        }

        _code.Open("try");
        write();
        _code.Close();
        _code.Open($"catch ({RuntimeNames.Exception} {_prefix}exception)");
        _code.Line($"{buffer}.Fail({start}, {_prefix}exception);");
        _code.Close();
    }

    /// <summary>A piece of the message that is not a copy of a field.</summary>
    private void Text(Piece piece, ValueEmitter values, string buffer)
    {
        ParameterModel parameter = piece.Parameter!;
        if (piece.IsFormatted)
        {
            Format(piece.Part, parameter.Value!, parameter.Name, buffer);
        }
        else if (parameter.Role == ParameterRole.Level)
        {
            _code.Line($"{buffer}.Enum({parameter.Name});");
        }
        else if (parameter.Value is { } value)
        {
            Guarded(value.Kind.MayThrow(), Start(piece.Id), buffer, () => values.Write(value, parameter.Name));
        }
        else
        {
            _code.Line($"{buffer}.ToStringOf({parameter.Name});");
        }
    }

    private void Format(MessagePart part, ValueModel value, string name, string buffer)
    {
        string alignment = part.Alignment.ToString(CultureInfo.InvariantCulture);
        if (value.IsNullable)
        {
            _code.Open($"if ({name}.HasValue)");
            Format(part, value with { IsNullable = false }, name + ".GetValueOrDefault()", buffer);
            _code.Close();
            _code.Open("else");
            _code.Line($"{buffer}.Format(\"null\", {alignment});");
            _code.Close();
            return;
        }

        switch (value.Kind)
        {
            case ValueKind.String: _code.Line($"{buffer}.Format({name} ?? \"null\", {alignment});"); break;
            case ValueKind.CharSpan: _code.Line($"{buffer}.Format({name}, {alignment});"); break;
            case ValueKind.CharMemory: _code.Line($"{buffer}.Format({name}.Span, {alignment});"); break;
            default: _code.Line($"{buffer}.Format({name}, {Literals.CSharpOrNull(part.Format)}, {alignment});"); break;
        }
    }

    // --- 2. one reservation ---

    private void Widths(string e)
    {
        foreach (Field field in _fields)
        {
            if (field.Source != Source.Inline || !HasOwnWidth(field.Value.Kind)) continue;
            string method = field.Value.Kind == ValueKind.Utf8Span ? "WidthUtf8" : "Width";
            _code.Line($"int {Width(field.Id)} = {e}.{method}({field.Parameter.Name});");
        }

        foreach (Field field in _fields)
        {
            AddConstant(Key(field.Key));
            AddWidth(field, times: 1);
        }

        foreach (Piece piece in _message)
        {
            if (piece.Parameter is null) AddConstant(Literals.Json(piece.Part.Text));
            else if (piece.Field is { } field) AddWidth(field, times: field.Source == Source.Buffer ? 2 : 1);
            else AddTerm(piece.IsFormatted ? $"({End(piece.Id)} - {Start(piece.Id)})" : $"2 * ({End(piece.Id)} - {Start(piece.Id)})");
        }
    }

    private void AddWidth(Field field, int times)
    {
        switch (field.Source)
        {
            case Source.Mask: AddConstant(MaskedValue); break;
            case Source.Buffer: AddTerm((times == 1 ? "" : "2 * ") + $"({End(field.Id)} - {Start(field.Id)})"); break;
            case Source.Inline when HasOwnWidth(field.Value.Kind): AddTerm(Width(field.Id)); break;
            default:
                AddTerm(field.Value.Kind == ValueKind.Enum
                    ? $"{WriterNames.Class}.Width_{_writers.Of(field.Value.TypeName)}"
                    : $"{Json}.{WidthConstant(field.Value.Kind)}");
                break;
        }
    }

    private void AddConstant(string utf8) => _constantWidth += Encoding.UTF8.GetByteCount(utf8);

    private void AddTerm(string term) => _width.Append(" + ").Append(term);

    private string TotalWidth() => _constantWidth.ToString(CultureInfo.InvariantCulture) + _width;

    private static bool HasOwnWidth(ValueKind kind) => kind is ValueKind.String or ValueKind.CharSpan or ValueKind.Utf8Span;

    private static string WidthConstant(ValueKind kind) => kind == ValueKind.DateTimeOffset ? "DateTimeWidth" : kind + "Width";

    // --- 3. the fields ---

    private void Fields(string e, string p)
    {
        for (int i = 0; i < _fields.Count; i++)
        {
            Field field = _fields[i];
            string? condition = field.IsCaller ? $"!{e}.WritesCallSite" : field.Member is not null ? Presence(field.Parameter) : null;
            if (condition is null)
            {
                OneField(field, e, p);
                continue;
            }

            Flush(p);
            int end = i + 1;
            while (end < _fields.Count && (field.IsCaller ? _fields[end].IsCaller : ReferenceEquals(_fields[end].Parameter, field.Parameter))) end++;
            for (int k = i; k < end; k++)
            {
                if (_fields[k].IsMarked) _code.Line($"ref byte {From(_fields[k].Id)} = ref {p}; ref byte {To(_fields[k].Id)} = ref {p};");
                _fields[k].IsDeclared = true;
            }

            _code.Open($"if ({condition})");
            for (; i < end; i++) OneField(_fields[i], e, p);
            i--;
            Flush(p);
            _code.Close();
        }

        Flush(p);
    }

    private void OneField(Field field, string e, string p)
    {
        _literal.Append(Key(field.Key));
        if (field.Source == Source.Mask)
        {
            _literal.Append(MaskedValue);
            return;
        }

        Flush(p);
        string declaration = field.IsDeclared ? "" : "ref byte ";
        if (field.IsMarked) _code.Line($"{declaration}{From(field.Id)} = ref {p};");
        _code.Line(field.Source == Source.Buffer
            ? $"{p} = ref {e}.Value(ref {p}, {Start(field.Id)}, {End(field.Id)});"
            : $"{p} = ref {InlineValue(field.Value, field.Parameter.Name, p)};");
        if (field.IsMarked) _code.Line($"{declaration}{To(field.Id)} = ref {p};");
    }

    private string InlineValue(ValueModel value, string expression, string p)
    {
        if (value.IsNullable)
        {
            string inner = InlineValue(value with { IsNullable = false }, expression + ".GetValueOrDefault()", p);
            return $"({expression}.HasValue ? ref {inner} : ref {Json}.Null(ref {p}))";
        }

        return value.Kind switch
        {
            ValueKind.Int32 => $"{Json}.Value(ref {p}, (int){expression})",
            ValueKind.UInt32 => $"{Json}.Value(ref {p}, (uint){expression})",
            ValueKind.Int64 => $"{Json}.Value(ref {p}, (long){expression})",
            ValueKind.UInt64 => $"{Json}.Value(ref {p}, (ulong){expression})",
            ValueKind.Utf8Span => $"{Json}.Utf8(ref {p}, {expression})",
            ValueKind.Enum => $"{WriterNames.Class}.Write_{_writers.Of(value.TypeName)}(ref {p}, {expression})",
            _ => $"{Json}.Value(ref {p}, {expression})",
        };
    }

    /// <summary>Whether the members of a flattened object are there; null if always.</summary>
    private static string? Presence(ParameterModel parameter) =>
        parameter.Value!.IsNullable ? parameter.Name + ".HasValue" : parameter.Value.IsReference ? parameter.Name + " is not null" : null;

    // --- 4. the message ---

    private void Message(string e, string p)
    {
        foreach (Piece piece in _message)
        {
            if (piece.Parameter is null)
            {
                _literal.Append(Literals.Json(piece.Part.Text));
                continue;
            }

            if (piece.Field is { Source: Source.Mask })
            {
                _literal.Append("***");
                continue;
            }

            Flush(p);
            _code.Line(piece switch
            {
                { Field: { Source: Source.Inline } field } => $"{p} = ref {Json}.Text(ref {p}, ref {From(field.Id)}, ref {To(field.Id)});",
                { Field: { } field } => $"{p} = ref {e}.Text(ref {p}, {Start(field.Id)}, {End(field.Id)});",
                { IsFormatted: true } => $"{p} = ref {e}.Value(ref {p}, {Start(piece.Id)}, {End(piece.Id)});",
                _ => $"{p} = ref {e}.Text(ref {p}, {Start(piece.Id)}, {End(piece.Id)});",
            });
        }

        Flush(p);
    }

    // --- 5. typed values for other providers ---

    private void Forwarding(string e)
    {
        if (_fields.Count == 0) return;
        _code.Open($"if ({e}.IsForwarded)");
        foreach (Field field in _fields)
        {
            string key = Literals.CSharp(field.Key);
            if (field.Source == Source.Mask)
            {
                _code.Line($"{e}.Forward({key}, \"***\");");
            }
            else if (field.Member is not null || ForwardsText(field.Parameter))
            {
                string condition = field.Member is not null && Presence(field.Parameter) is { } presence ? $"if ({presence}) " : "";
                _code.Line($"{condition}{e}.ForwardText({key}, ref {From(field.Id)}, ref {To(field.Id)});");
            }
            else
            {
                _code.Line($"{e}.Forward({key}, {field.Parameter.Name});");
            }
        }

        _code.Close();
    }

    // --- spelling ---

    private static string Key(string key) => ",\"" + Literals.Json(key) + "\":";

    private void Flush(string p)
    {
        if (_literal.Length == 0) return;
        _code.Line($"{p} = ref {Json}.Literal(ref {p}, {Literals.CSharp(_literal.ToString())}u8);");
        _literal.Clear();
    }

    private string Start(string id) => _prefix + "start" + id;

    private string End(string id) => _prefix + "end" + id;

    private string Width(string id) => _prefix + "width" + id;

    private string From(string id) => _prefix + "from" + id;

    private string To(string id) => _prefix + "to" + id;

    private enum Source
    {
        Inline,
        Buffer,
        Mask,
    }

    private sealed class Field(ParameterModel parameter, string id, string key, ValueModel value, RedactionModel redaction)
    {
        public ParameterModel Parameter { get; } = parameter;

        public string Id { get; } = id;

        public string Key { get; } = key;

        public ValueModel Value { get; } = value;

        public RedactionModel Redaction { get; } = redaction;

        /// <summary>The member of a flattened object; null for a parameter.</summary>
        public MemberModel? Member { get; init; }

        public Source Source { get; init; }

        /// <summary>Whether its place in the record is kept, to copy it.</summary>
        public bool IsMarked { get; set; }

        public bool IsDeclared { get; set; }

        public bool IsCaller => Parameter.Role >= ParameterRole.CallerFile;
    }

    /// <summary>A piece of the message: text, a copy of a field, or a region of the value buffer named by <see cref="Id"/>.</summary>
    private sealed class Piece(MessagePart part, ParameterModel? parameter, Field? field, string id)
    {
        public MessagePart Part { get; } = part;

        public ParameterModel? Parameter { get; } = parameter;

        public Field? Field { get; } = field;

        public string Id { get; } = id;

        public bool IsFormatted { get; init; }
    }
}
