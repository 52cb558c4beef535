using System.Reflection.Metadata;
using Bolt.Gate.Reading;

namespace Bolt.Gate.Detection;

/// <summary>Which instructions run only on the way to an exception, or in its handler.</summary>
internal sealed class ColdCode
{
    private readonly bool[] _reached;
    private readonly bool[] _returns;

    /// <param name="body">The method.</param>
    /// <param name="neverReturns">Whether a call never comes back.</param>
    public ColdCode(MethodCode body, Func<Instruction, bool> neverReturns)
    {
        var instructions = body.Instructions;
        var count = instructions.Length;
        var next = new List<int>[count];
        var previous = new List<int>[count];
        for (var index = 0; index < count; index++)
            (next[index], previous[index]) = ([], []);

        for (var index = 0; index < count; index++)
        {
            var instruction = instructions[index];
            foreach (var target in instruction.Targets ?? [])
            {
                if (body.IndexAt.TryGetValue(target, out var to))
                    next[index].Add(to);
            }

            if (!instruction.EndsFlow && index + 1 < count && !(instruction.Code is ILOpCode.Call or ILOpCode.Callvirt && neverReturns(instruction)))
                next[index].Add(index + 1);
            foreach (var to in next[index])
                previous[to].Add(index);
        }

        var exits = new List<int>();
        for (var index = 0; index < count; index++)
        {
            if (instructions[index].IsNormalExit)
                exits.Add(index);
        }

        _returns = Flood(count, exits, previous);

        // A finally block runs whether or not there is an exception; the other handlers only if there is one.
        var entries = new List<int>();
        if (count > 0)
            entries.Add(0);
        foreach (var region in body.Regions)
        {
            if (region.Kind == ExceptionRegionKind.Finally && body.IndexAt.TryGetValue(region.HandlerOffset, out var handler))
                entries.Add(handler);
        }

        _reached = Flood(count, entries, next);
    }

    /// <summary>Whether the method ever comes back to its caller.</summary>
    public bool Returns => _returns.Length == 0 || _returns[0];

    public bool IsCold(int index) => !_reached[index] || !_returns[index];

    private static bool[] Flood(int count, List<int> from, List<int>[] edges)
    {
        var reached = new bool[count];
        var stack = new Stack<int>(from);
        while (stack.Count > 0)
        {
            var index = stack.Pop();
            if (reached[index])
                continue;
            reached[index] = true;
            foreach (var to in edges[index])
                stack.Push(to);
        }

        return reached;
    }
}
