namespace Bolt.Sinks.Shapes;

/// <summary>Where a key and its value are in a line.</summary>
/// <param name="Part">What it is to the record.</param>
/// <param name="Key">Where the key's opening quote is.</param>
/// <param name="KeyEnd">After its closing quote.</param>
/// <param name="Value">Where the value begins.</param>
/// <param name="End">After the value.</param>
/// <param name="HoldsObject">Whether the value is an object, or an array with one in it.</param>
internal readonly record struct RecordField(RecordPart Part, int Key, int KeyEnd, int Value, int End, bool HoldsObject);
