using System.Reflection.Metadata;

namespace Bolt.Gate.Reading;

/// <summary>How many values an instruction takes from the evaluation stack and puts on it.</summary>
internal static class StackEffect
{
    /// <summary>The instruction that takes the value which the one at <paramref name="index"/> leaves; -1 where straight-line code does not say.</summary>
    public static int Consumer(MethodCode body, int index, Func<Instruction, MemberToken> member)
    {
        var above = 0;
        for (var next = index + 1; next < body.Instructions.Length; next++)
        {
            var instruction = body.Instructions[next];
            if (Of(instruction, member) is not var (taken, left))
                return -1;
            if (taken > above)
                return next;
            if (instruction.Targets is not null || instruction.EndsFlow)
                return -1;
            above += left - taken;
        }

        return -1;
    }

    private static (int Taken, int Left)? Of(Instruction instruction, Func<Instruction, MemberToken> member)
    {
        switch (instruction.Code)
        {
            case ILOpCode.Call or ILOpCode.Callvirt:
                var called = member(instruction);
                return called.Signature is not { } signature
                    ? null
                    : (signature.ParameterTypes.Length + (signature.Header.IsInstance ? 1 : 0), signature.ReturnType.Name == "System.Void" ? 0 : 1);
            case ILOpCode.Newobj:
                return (member(instruction).ParameterCount, 1);
            case ILOpCode.Nop or ILOpCode.Constrained or ILOpCode.Volatile or ILOpCode.Unaligned or ILOpCode.Readonly or ILOpCode.Tail:
                return (0, 0);
            case ILOpCode.Dup:
                return (1, 2);
            case ILOpCode.Pop or ILOpCode.Stsfld or ILOpCode.Initobj or ILOpCode.Starg or ILOpCode.Starg_s or ILOpCode.Stloc or ILOpCode.Stloc_s
                or >= ILOpCode.Stloc_0 and <= ILOpCode.Stloc_3
                or ILOpCode.Throw or ILOpCode.Ret
                or ILOpCode.Brtrue or ILOpCode.Brtrue_s or ILOpCode.Brfalse or ILOpCode.Brfalse_s or ILOpCode.Switch:
                return (1, 0);
            case >= ILOpCode.Ldarg_0 and <= ILOpCode.Ldloc_3 or ILOpCode.Ldarg_s or ILOpCode.Ldarga_s or ILOpCode.Ldloc_s or ILOpCode.Ldloca_s
                or ILOpCode.Ldarg or ILOpCode.Ldarga or ILOpCode.Ldloc or ILOpCode.Ldloca
                or >= ILOpCode.Ldnull and <= ILOpCode.Ldc_r8
                or ILOpCode.Ldstr or ILOpCode.Ldsfld or ILOpCode.Ldsflda or ILOpCode.Ldtoken or ILOpCode.Sizeof or ILOpCode.Ldftn:
                return (0, 1);
            case >= ILOpCode.Add and <= ILOpCode.Shr_un or >= ILOpCode.Ceq and <= ILOpCode.Clt_un or >= ILOpCode.Add_ovf and <= ILOpCode.Sub_ovf_un
                or >= ILOpCode.Ldelema and <= ILOpCode.Ldelem_ref or ILOpCode.Ldelem:
                return (2, 1);
            case ILOpCode.Neg or ILOpCode.Not or >= ILOpCode.Conv_i1 and <= ILOpCode.Conv_u8 or >= ILOpCode.Conv_ovf_i1_un and <= ILOpCode.Conv_ovf_u_un
                or >= ILOpCode.Conv_ovf_i1 and <= ILOpCode.Conv_ovf_u8 or >= ILOpCode.Conv_u2 and <= ILOpCode.Conv_ovf_u or ILOpCode.Conv_u or ILOpCode.Conv_r_un
                or >= ILOpCode.Ldind_i1 and <= ILOpCode.Ldind_ref or ILOpCode.Ldobj or ILOpCode.Ldfld or ILOpCode.Ldflda or ILOpCode.Ldlen
                or ILOpCode.Newarr or ILOpCode.Box or ILOpCode.Unbox or ILOpCode.Unbox_any or ILOpCode.Castclass or ILOpCode.Isinst
                or ILOpCode.Ldvirtftn or ILOpCode.Localloc:
                return (1, 1);
            case ILOpCode.Stfld or ILOpCode.Stobj or >= ILOpCode.Stind_ref and <= ILOpCode.Stind_r8 or ILOpCode.Stind_i
                or >= ILOpCode.Beq_s and <= ILOpCode.Blt_un_s or >= ILOpCode.Beq and <= ILOpCode.Blt_un:
                return (2, 0);
            case >= ILOpCode.Stelem_i and <= ILOpCode.Stelem_ref or ILOpCode.Stelem:
                return (3, 0);
            default:
                return null;
        }
    }
}
