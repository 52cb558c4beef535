using Bolt.Generators.Model;

namespace Bolt.Generators.Catalogue;

/// <summary>
/// Says of a log method what its records hold. It reads what the bodies are emitted from, so that the catalogue and the records cannot
/// differ but by a mistake in this file.
/// </summary>
internal sealed class EventReader
{
    private readonly LogMethodModel _method;
    private readonly Dictionary<string, string> _objects = new(StringComparer.Ordinal);

    private EventReader(LogMethodModel method) => _method = method;

    /// <summary>The event of a method; null where its declaration has a mistake, and it writes nothing.</summary>
    public static CatalogueEvent? Read(LogMethodModel method) => method.IsStub ? null : new EventReader(method).Read();

    private CatalogueEvent Read()
    {
        var fields = new List<CatalogueField>();
        foreach (ParameterModel parameter in _method.Parameters)
        {
            if (parameter.Role == ParameterRole.Exception)
                fields.Add(new CatalogueField("error", JsonKind.String) { IsOptional = true, MayBeNull = true });
            if (parameter.Value is null || parameter.Redaction == RedactionModel.Omit)
                continue;

            if (parameter.IsFlattened)
                Flatten(parameter, fields);
            else
                fields.Add(Field(CataloguePath.Segment(parameter.Key), parameter.Key, parameter.Value, parameter.Redaction) with { IsOptional = parameter.Role >= ParameterRole.CallerFile });
        }

        return new CatalogueEvent(_method.Container.MetadataName, _method.EventName, CatalogueEvent.Levels[_method.Level], _method.EventId, _method.Template, fields)
        {
            Method = _method.Name.TrimStart('@'),
        };
    }

    private void Flatten(ParameterModel parameter, List<CatalogueField> fields)
    {
        foreach (MemberModel member in parameter.Flattened)
        {
            fields.Add(Field(CataloguePath.Segment(member.Key), member.Key, member.Value, member.Redaction) with
            {
                IsOptional = parameter.Value!.IsNullable || parameter.Value.IsReference,

                // Its getter may throw.
                MayBeNull = member.Redaction != RedactionModel.Mask,
            });
        }
    }

    private CatalogueField Field(string path, string key, ValueModel value, RedactionModel redaction)
    {
        if (redaction != RedactionModel.None)
            return new CatalogueField(key, JsonKind.String) { Redaction = redaction.ToString().ToLowerInvariant() };

        var (kind, format) = IsKnownLater(value) ? (JsonKind.Any, "") : Shape(value.Kind);
        var field = new CatalogueField(key, kind) { Format = format, IsNullable = value.IsNullable, MayBeNull = MayBeNull(value) };
        return value.Kind switch
        {
            ValueKind.Enum => field with { Names = Names(value.TypeName) },
            ValueKind.Fields => Object(path, field, value.TypeName),
            _ => value.Element is { } element ? field with { Content = Field(CataloguePath.ToContent(path, kind), "", element, RedactionModel.None) } : field,
        };
    }

    private CatalogueField Object(string path, CatalogueField field, string type)
    {
        if (_objects.TryGetValue(type, out var first))
            return field with { SameAs = first };

        _objects.Add(type, path);
        var members = new List<CatalogueField>();
        foreach (ObjectModel model in _method.Objects)
        {
            if (model.TypeName != type)
                continue;
            foreach (MemberModel member in model.Members)
                members.Add(Field(CataloguePath.To(path, member.Key), member.Key, member.Value, member.Redaction));
        }

        return field with { Members = members };
    }

    private List<string> Names(string type)
    {
        var names = new List<string>();
        foreach (EnumModel model in _method.Enums)
        {
            if (model.TypeName != type || model.IsFlags)
                continue;
            foreach (EnumMember member in model.Members)
                names.Add(member.Name);
        }

        return names;
    }

    /// <summary>An <c>int</c> that came as a <c>T</c> is written as a number.</summary>
    private static bool IsKnownLater(ValueModel value) =>
        value.IsTypeParameter && value.Kind is (ValueKind.Utf8Formattable or ValueKind.SpanFormattable or ValueKind.Text);

    private static (JsonKind Kind, string Format) Shape(ValueKind kind) => kind switch
    {
        ValueKind.Boolean => (JsonKind.Boolean, ""),
        ValueKind.Int32 or ValueKind.UInt32 or ValueKind.Int64 or ValueKind.UInt64 or ValueKind.Int128 or ValueKind.UInt128 or ValueKind.BigInteger => (JsonKind.Integer, ""),
        ValueKind.Half or ValueKind.Single or ValueKind.Double => (JsonKind.Number, "float"),
        ValueKind.Decimal => (JsonKind.Number, ""),
        ValueKind.TimeSpan => (JsonKind.Integer, "nanoseconds"),
        ValueKind.Guid => (JsonKind.String, "uuid"),
        ValueKind.DateTime or ValueKind.DateTimeOffset => (JsonKind.String, "date-time"),
        ValueKind.DateOnly => (JsonKind.String, "date"),
        ValueKind.TimeOnly => (JsonKind.String, "time"),
        ValueKind.Base64 => (JsonKind.String, "base64"),
        ValueKind.Hex => (JsonKind.String, "hex"),
        ValueKind.Enum or ValueKind.EnumByName => (JsonKind.Enum, ""),
        >= ValueKind.Array and <= ValueKind.Set => (JsonKind.Array, ""),
        ValueKind.Dictionary or ValueKind.Fields => (JsonKind.Object, ""),
        ValueKind.Object => (JsonKind.Any, ""),
        _ => (JsonKind.String, ""),
    };

    private static bool MayBeNull(ValueModel value) => value.IsNullable || value.IsReference || value.Kind.MayThrow()
        || value.Kind is ValueKind.String or ValueKind.IPAddress or ValueKind.Version or ValueKind.Uri or ValueKind.Type
            or ValueKind.Utf8Formattable or ValueKind.SpanFormattable or ValueKind.Object or ValueKind.Text;
}
