namespace Bolt.Generators.Model;

/// <summary>An enum whose names are known at compile time.</summary>
/// <param name="TypeName">The fully qualified type.</param>
/// <param name="UnderlyingType">The keyword of the underlying type.</param>
/// <param name="IsFlags">Whether combinations are written as names joined by <c>, </c>.</param>
/// <param name="Members">One member per distinct value, by ascending bits.</param>
internal sealed record EnumModel(string TypeName, string UnderlyingType, bool IsFlags, EquatableArray<EnumMember> Members);

/// <summary>A named value of an enum.</summary>
/// <param name="Name">The name, without escape.</param>
/// <param name="Bits">The value as unsigned bits of the underlying type's width.</param>
internal sealed record EnumMember(string Name, ulong Bits);
