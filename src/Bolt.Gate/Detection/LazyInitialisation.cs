using System.Reflection.Metadata;
using Bolt.Gate.Reading;

namespace Bolt.Gate.Detection;

/// <summary>Which instructions run once: those of <c>field ??= value</c>, and the compiler's own caches of delegates and constant arrays.</summary>
/// <remarks>
/// The pattern is a load of a field, a test for null that skips to behind, and a store to the same field before that. The cache that a
/// closure keeps of a delegate lives no longer than the closure and is none.
/// </remarks>
internal sealed class LazyInitialisation
{
    private readonly bool[] _lazy;

    public LazyInitialisation(MethodCode body, MetadataReader reader)
    {
        var instructions = body.Instructions;
        _lazy = new bool[instructions.Length];
        for (var index = 0; index < instructions.Length; index++)
        {
            if (instructions[index] is not { Code: ILOpCode.Ldsfld or ILOpCode.Ldfld } load
                || SkippedTo(body, index) is not var (first, end)
                || (load.Code == ILOpCode.Ldfld && MemberToken.Of(reader, load.Operand).Name.StartsWith("<>9__", StringComparison.Ordinal)))
            {
                continue;
            }

            var store = load.Code == ILOpCode.Ldfld ? ILOpCode.Stfld : ILOpCode.Stsfld;
            for (var last = end - 1; last > first; last--)
            {
                if (instructions[last].Code == store && instructions[last].Operand == load.Operand)
                {
                    for (var each = first; each < last; each++)
                        _lazy[each] = true;
                    break;
                }
            }
        }
    }

    public bool Contains(int index) => _lazy[index];

    /// <summary>The instructions that run only if the field is null: from the first to before the second.</summary>
    private static (int First, int End)? SkippedTo(MethodCode body, int load)
    {
        // Optimised or not: [dup] brtrue; without optimisation an if statement is ldnull, ceq, stloc, ldloc, brfalse.
        var index = body.Next(load);
        if (body.At(index)?.Code == ILOpCode.Dup)
            index = body.Next(index);

        var isNull = false;
        if (body.At(index)?.Code == ILOpCode.Ldnull && body.At(body.Next(index))?.Code == ILOpCode.Ceq)
        {
            isNull = true;
            index = body.Next(body.Next(index));
            if (body.At(index)?.Code is >= ILOpCode.Stloc_0 and <= ILOpCode.Stloc_3 or ILOpCode.Stloc_s or ILOpCode.Stloc)
                index = body.Next(body.Next(index));
        }

        return body.At(index) is { Targets: [var target] } branch
            && (isNull ? branch.IsBranchIfFalse : branch.IsBranchIfTrue)
            && body.IndexAt.TryGetValue(target, out var end)
            && end > index
                ? (index + 1, end)
                : null;
    }
}
