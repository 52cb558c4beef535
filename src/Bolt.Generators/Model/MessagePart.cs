namespace Bolt.Generators.Model;

/// <summary>A piece of a message: literal text, or the value of a parameter.</summary>
/// <param name="Text">The text, braces unescaped; empty for a value.</param>
/// <param name="Parameter">The parameter's index in the method; -1 for text.</param>
/// <param name="Alignment">The alignment as in composite formatting; 0 for none.</param>
/// <param name="Format">The format; null for none.</param>
internal sealed record MessagePart(string Text, int Parameter = -1, int Alignment = 0, string? Format = null);
