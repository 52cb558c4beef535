using System.Reflection.Metadata;

namespace Bolt.Gate.Reading;

/// <summary>Splits the bytes of a method body into instructions.</summary>
internal static class InstructionDecoder
{
    public static Instruction[] Decode(BlobReader bytes)
    {
        var instructions = new List<Instruction>(bytes.Length / 2);
        while (bytes.RemainingBytes > 0)
        {
            var offset = bytes.Offset;
            int first = bytes.ReadByte();
            var code = (ILOpCode)(first == 0xfe ? 0xfe00 | bytes.ReadByte() : first);
            var operand = 0;
            int[]? targets = null;
            if (code == ILOpCode.Switch)
            {
                targets = new int[bytes.ReadInt32()];
                for (var index = 0; index < targets.Length; index++)
                    targets[index] = bytes.ReadInt32();
                for (var index = 0; index < targets.Length; index++)
                    targets[index] += bytes.Offset;
            }
            else if (code.IsBranch())
            {
                var distance = code.GetBranchOperandSize() == 1 ? bytes.ReadSByte() : bytes.ReadInt32();
                targets = [bytes.Offset + distance];
            }
            else
            {
                operand = ReadOperand(ref bytes, code);
            }

            instructions.Add(new Instruction(offset, code, operand, targets));
        }

        return [.. instructions];
    }

    private static int ReadOperand(ref BlobReader bytes, ILOpCode code)
    {
        switch (OperandSize(code))
        {
            case 1:
                return bytes.ReadByte();
            case 2:
                return bytes.ReadUInt16();
            case 4:
                return bytes.ReadInt32();
            case 8:
                bytes.ReadInt64();
                return 0;
            default:
                return 0;
        }
    }

    private static int OperandSize(ILOpCode code) => code switch
    {
        >= ILOpCode.Ldarg_s and <= ILOpCode.Stloc_s => 1,
        ILOpCode.Ldc_i4_s or ILOpCode.Unaligned or (ILOpCode)0xfe19 => 1,
        >= ILOpCode.Ldarg and <= ILOpCode.Stloc => 2,
        ILOpCode.Ldc_i4 or ILOpCode.Ldc_r4 or ILOpCode.Jmp or ILOpCode.Call or ILOpCode.Calli => 4,
        >= ILOpCode.Callvirt and <= ILOpCode.Isinst => 4,
        ILOpCode.Unbox or ILOpCode.Box or ILOpCode.Newarr or ILOpCode.Ldelema or ILOpCode.Ldelem or ILOpCode.Stelem or ILOpCode.Unbox_any => 4,
        >= ILOpCode.Ldfld and <= ILOpCode.Stobj => 4,
        ILOpCode.Refanyval or ILOpCode.Mkrefany or ILOpCode.Ldtoken or ILOpCode.Ldftn or ILOpCode.Ldvirtftn => 4,
        ILOpCode.Initobj or ILOpCode.Constrained or ILOpCode.Sizeof => 4,
        ILOpCode.Ldc_i8 or ILOpCode.Ldc_r8 => 8,
        _ => 0,
    };
}
