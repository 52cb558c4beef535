using System.Reflection.Metadata;

namespace Bolt.Gate.Reading;

/// <summary>One instruction of a method body.</summary>
/// <param name="Offset">Where it starts.</param>
/// <param name="Code">What it does.</param>
/// <param name="Operand">Its token, variable or constant; 0 if it has none.</param>
/// <param name="Targets">The offsets that it may branch to; null if it does not branch.</param>
internal sealed record Instruction(int Offset, ILOpCode Code, int Operand, int[]? Targets)
{
    /// <summary>Whether it loads or leaves nothing that the code around it could see.</summary>
    public bool IsNop => Code == ILOpCode.Nop;

    /// <summary>Whether it branches if a value is true, or not null.</summary>
    public bool IsBranchIfTrue => Code is ILOpCode.Brtrue or ILOpCode.Brtrue_s;

    /// <summary>Whether it branches if a value is false, or null.</summary>
    public bool IsBranchIfFalse => Code is ILOpCode.Brfalse or ILOpCode.Brfalse_s;

    /// <summary>Whether the next instruction does not follow it.</summary>
    public bool EndsFlow => Code
        is ILOpCode.Br or ILOpCode.Br_s or ILOpCode.Leave or ILOpCode.Leave_s
        or ILOpCode.Ret or ILOpCode.Throw or ILOpCode.Rethrow or ILOpCode.Endfinally or ILOpCode.Endfilter or ILOpCode.Jmp;

    /// <summary>Whether control leaves the method, or a handler, in the ordinary way.</summary>
    public bool IsNormalExit => Code is ILOpCode.Ret or ILOpCode.Endfinally or ILOpCode.Endfilter or ILOpCode.Jmp;
}
