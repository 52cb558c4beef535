using System.Reflection.Metadata;

namespace Bolt.Gate.Reading;

/// <summary>The decoded body of a method.</summary>
internal sealed class MethodCode
{
    private MethodCode(MethodDefinitionHandle method, Instruction[] instructions, IReadOnlyList<ExceptionRegion> regions)
    {
        Method = method;
        Instructions = instructions;
        Regions = regions;
        for (var index = 0; index < instructions.Length; index++)
            IndexAt[instructions[index].Offset] = index;
    }

    public MethodDefinitionHandle Method { get; }

    public Instruction[] Instructions { get; }

    public IReadOnlyList<ExceptionRegion> Regions { get; }

    /// <summary>The positions of instructions by their offset.</summary>
    public Dictionary<int, int> IndexAt { get; } = [];

    /// <summary>The body; null for a method without one.</summary>
    public static MethodCode? TryRead(LoadedAssembly assembly, MethodDefinitionHandle method)
    {
        var address = assembly.Reader.GetMethodDefinition(method).RelativeVirtualAddress;
        if (address == 0)
            return null;

        var block = assembly.Image.GetMethodBody(address);
        return new MethodCode(method, InstructionDecoder.Decode(block.GetILReader()), [.. block.ExceptionRegions]);
    }

    /// <summary>The position of the next instruction that does something, after <paramref name="index"/>; the length if there is none.</summary>
    public int Next(int index)
    {
        do
            index++;
        while (index < Instructions.Length && Instructions[index].IsNop);
        return index;
    }

    public Instruction? At(int index) => index >= 0 && index < Instructions.Length ? Instructions[index] : null;
}
