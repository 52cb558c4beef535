using System.Globalization;
using System.Runtime.CompilerServices;

namespace Bolt.Testing.Allocation;

/// <summary>A type of which objects were allocated.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Size">The size of one object in bytes; of the largest, where they differ.</param>
/// <param name="Samples">How many the runtime has told of.</param>
internal sealed record AllocatedType(string Name, long Size, int Samples)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name}, {Size:N0} B");

    /// <summary>A type's name, with what its objects are where that is not plain from it.</summary>
    internal static string NameOf(Type type)
    {
        string kind = type switch
        {
            { IsValueType: true } => " (boxed)",
            _ when type.IsAssignableTo(typeof(Delegate)) => " (delegate)",
            _ when !type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) => "",
            _ when type.Name.Contains("DisplayClass", StringComparison.Ordinal) => " (closure)",
            _ when type.Name.Contains(">d", StringComparison.Ordinal) => " (iterator or async method)",
            _ => "",
        };
        return type + kind;
    }
}
