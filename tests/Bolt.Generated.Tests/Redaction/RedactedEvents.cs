using Microsoft.Extensions.Compliance.Classification;

namespace Bolt.Generated.Tests;

/// <summary>The same declarations for every way of redaction.</summary>
public static partial class MaskEvents
{
    [LogEvent(LogLevel.Information, "{text} {number:N2} {day,12} {missing:D3} {present:D12} {span,40} {list} {map} {all} {any:N0}")]
    public static partial void Parameters(
        ILogger logger,
        [Sensitive] string text,
        [Sensitive] double number,
        [Sensitive] DayOfWeek day,
        [Sensitive] int? missing,
        [Sensitive] int? present,
        [Sensitive] ReadOnlySpan<char> span,
        [Sensitive] string[] list,
        [Sensitive] Dictionary<string, int> map,
        [Sensitive, LogFields] PlainPerson all,
        [Sensitive] object any);

    [LogEvent(LogLevel.Information, "{outer}")]
    public static partial void Objects(ILogger logger, [LogFields] Outer outer, [LogFields(Flatten = true)] Outer flat);

    public sealed record Inner([Sensitive] string Text, [property: Sensitive] int? Number, int[] Plain);

    public sealed class Outer
    {
        [Sensitive]
        public string Field = "secret of a field";

        [Sensitive]
        public string? Missing { get; init; }

        public Inner? Nested { get; init; }

        public List<Inner> Items { get; init; } = [];
    }
}

/// <inheritdoc cref="MaskEvents"/>
public static partial class Last4Events
{
    [LogEvent(LogLevel.Information, "{text} {number:N2} {day,12} {missing:D3} {present:D12} {span,40} {list} {map} {all} {any:N0}")]
    public static partial void Parameters(
        ILogger logger,
        [Sensitive(Redaction.Last4)] string text,
        [Sensitive(Redaction.Last4)] double number,
        [Sensitive(Redaction.Last4)] DayOfWeek day,
        [Sensitive(Redaction.Last4)] int? missing,
        [Sensitive(Redaction.Last4)] int? present,
        [Sensitive(Redaction.Last4)] ReadOnlySpan<char> span,
        [Sensitive(Redaction.Last4)] string[] list,
        [Sensitive(Redaction.Last4)] Dictionary<string, int> map,
        [Sensitive(Redaction.Last4), LogFields] PlainPerson all,
        [Sensitive(Redaction.Last4)] object any);

    [LogEvent(LogLevel.Information, "{outer}")]
    public static partial void Objects(ILogger logger, [LogFields] Outer outer, [LogFields(Flatten = true)] Outer flat);

    public sealed record Inner([Sensitive(Redaction.Last4)] string Text, [property: Sensitive(Redaction.Last4)] int? Number, int[] Plain);

    public sealed class Outer
    {
        [Sensitive(Redaction.Last4)]
        public string Field = "secret of a field";

        [Sensitive(Redaction.Last4)]
        public string? Missing { get; init; }

        public Inner? Nested { get; init; }

        public List<Inner> Items { get; init; } = [];
    }
}

/// <inheritdoc cref="MaskEvents"/>
public static partial class HashEvents
{
    [LogEvent(LogLevel.Information, "{text} {number:N2} {day,12} {missing:D3} {present:D12} {span,40} {list} {map} {all} {any:N0}")]
    public static partial void Parameters(
        ILogger logger,
        [Sensitive(Redaction.Hash)] string text,
        [Sensitive(Redaction.Hash)] double number,
        [Sensitive(Redaction.Hash)] DayOfWeek day,
        [Sensitive(Redaction.Hash)] int? missing,
        [Sensitive(Redaction.Hash)] int? present,
        [Sensitive(Redaction.Hash)] ReadOnlySpan<char> span,
        [Sensitive(Redaction.Hash)] string[] list,
        [Sensitive(Redaction.Hash)] Dictionary<string, int> map,
        [Sensitive(Redaction.Hash), LogFields] PlainPerson all,
        [Sensitive(Redaction.Hash)] object any);

    [LogEvent(LogLevel.Information, "{outer}")]
    public static partial void Objects(ILogger logger, [LogFields] Outer outer, [LogFields(Flatten = true)] Outer flat);

    public sealed record Inner([Sensitive(Redaction.Hash)] string Text, [property: Sensitive(Redaction.Hash)] int? Number, int[] Plain);

    public sealed class Outer
    {
        [Sensitive(Redaction.Hash)]
        public string Field = "secret of a field";

        [Sensitive(Redaction.Hash)]
        public string? Missing { get; init; }

        public Inner? Nested { get; init; }

        public List<Inner> Items { get; init; } = [];
    }
}

/// <inheritdoc cref="MaskEvents"/>
public static partial class OmitEvents
{
    [LogEvent(LogLevel.Information, "{text} {number:N2} {day,12} {missing:D3} {present:D12} {span,40} {list} {map} {all} {any:N0}")]
    public static partial void Parameters(
        ILogger logger,
        [Sensitive(Redaction.Omit)] string text,
        [Sensitive(Redaction.Omit)] double number,
        [Sensitive(Redaction.Omit)] DayOfWeek day,
        [Sensitive(Redaction.Omit)] int? missing,
        [Sensitive(Redaction.Omit)] int? present,
        [Sensitive(Redaction.Omit)] ReadOnlySpan<char> span,
        [Sensitive(Redaction.Omit)] string[] list,
        [Sensitive(Redaction.Omit)] Dictionary<string, int> map,
        [Sensitive(Redaction.Omit), LogFields] PlainPerson all,
        [Sensitive(Redaction.Omit)] object any);

    [LogEvent(LogLevel.Information, "{outer}")]
    public static partial void Objects(ILogger logger, [LogFields] Outer outer, [LogFields(Flatten = true)] Outer flat);

    public sealed record Inner([Sensitive(Redaction.Omit)] string Text, [property: Sensitive(Redaction.Omit)] int? Number, int[] Plain);

    public sealed class Outer
    {
        [Sensitive(Redaction.Omit)]
        public string Field = "secret of a field";

        [Sensitive(Redaction.Omit)]
        public string? Missing { get; init; }

        public Inner? Nested { get; init; }

        public List<Inner> Items { get; init; } = [];
    }
}

/// <inheritdoc cref="MaskEvents"/>
public static partial class ClassifiedEvents
{
    [LogEvent(LogLevel.Information, "{text} {number:N2} {day,12} {missing:D3} {present:D12} {span,40} {list} {map} {all} {any:N0}")]
    public static partial void Parameters(
        ILogger logger,
        [PrivateData] string text,
        [PrivateData] double number,
        [PrivateData] DayOfWeek day,
        [PrivateData] int? missing,
        [PrivateData] int? present,
        [PrivateData] ReadOnlySpan<char> span,
        [PrivateData] string[] list,
        [PrivateData] Dictionary<string, int> map,
        [PrivateData, LogFields] PlainPerson all,
        [PrivateData] object any);

    [LogEvent(LogLevel.Information, "{outer}")]
    public static partial void Objects(ILogger logger, [LogFields] Outer outer, [LogFields(Flatten = true)] Outer flat);

    public sealed record Inner([PrivateData] string Text, [property: PrivateData] int? Number, int[] Plain);

    public sealed class Outer
    {
        [PrivateData]
        public string Field = "secret of a field";

        [PrivateData]
        public string? Missing { get; init; }

        public Inner? Nested { get; init; }

        public List<Inner> Items { get; init; } = [];
    }
}

public sealed record PlainPerson(string Name);

[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Field)]
public sealed class PrivateDataAttribute() : DataClassificationAttribute(Shop.Private);

/// <summary>The taxonomy of these tests.</summary>
public static class Shop
{
    public static DataClassification Private => new("Shop", "Private");

    public static DataClassification Public => new("Shop", "Public");

    public static DataClassification Card => new("Shop", "Card");
}
