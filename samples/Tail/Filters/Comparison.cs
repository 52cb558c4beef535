namespace Tail.Filters;

/// <summary>How a field is compared.</summary>
internal enum Comparison
{
    Equal,
    NotEqual,
    Greater,
    GreaterOrEqual,
    Less,
    LessOrEqual,
    Contains,
    DoesNotContain,
}
