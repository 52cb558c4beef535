using Bolt.Diagnostics.Profiles.Symbols;

namespace Bolt.Diagnostics.Profiles;

/// <summary>What every profile comes to, whatever it is written as: values that belong to stacks.</summary>
internal sealed class StackProfile(params (string Type, string Unit)[] values)
{
    /// <summary>The stack without frames.</summary>
    public const int Empty = -1;

    private readonly List<(int Caller, Frame Frame)> _stacks = [];
    private readonly Dictionary<(int Caller, Frame Frame), int> _known = [];
    private readonly Dictionary<(int Stack, string? Label), double[]> _samples = [];

    /// <summary>What the values of each sample are.</summary>
    public IReadOnlyList<(string Type, string Unit)> Values => values;

    /// <summary>The value that is shown unless another is asked for.</summary>
    public required string DefaultValue { get; init; }

    /// <summary>What the label of a sample says; null if they have none.</summary>
    public string? LabelKey { get; init; }

    /// <summary>When the observation began.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>How long it took.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>What a sample stands for, with its unit; null where samples stand for themselves.</summary>
    public (string Type, string Unit, long Value)? Period { get; set; }

    /// <summary>What the reader must know of how the values came about.</summary>
    public IList<string> Comments { get; } = [];

    /// <summary>The samples.</summary>
    public IEnumerable<(int Stack, string? Label, double[] Values)> Samples => _samples.Select(sample => (sample.Key.Stack, sample.Key.Label, sample.Value));

    /// <summary>Gives the stack that has a frame on top of another stack.</summary>
    public int Push(int caller, Frame frame)
    {
        if (!_known.TryGetValue((caller, frame), out int stack))
        {
            stack = _stacks.Count;
            _stacks.Add((caller, frame));
            _known.Add((caller, frame), stack);
        }

        return stack;
    }

    /// <summary>The frame on top of a stack.</summary>
    public Frame Top(int stack) => _stacks[stack].Frame;

    /// <summary>The stack without its top frame.</summary>
    public int Caller(int stack) => _stacks[stack].Caller;

    /// <summary>The frames of a stack, from the top.</summary>
    public IEnumerable<Frame> Frames(int stack)
    {
        for (; stack != Empty; stack = _stacks[stack].Caller)
            yield return _stacks[stack].Frame;
    }

    /// <summary>Adds to the values of a stack.</summary>
    public void Add(int stack, string? label, params ReadOnlySpan<double> amounts)
    {
        if (!_samples.TryGetValue((stack, label), out double[]? sum))
            _samples.Add((stack, label), sum = new double[values.Length]);
        for (int i = 0; i < amounts.Length; i++)
            sum[i] += amounts[i];
    }

    /// <summary>Multiplies one of the values of all samples.</summary>
    public void Scale(int value, double factor)
    {
        foreach (double[] sum in _samples.Values)
            sum[value] *= factor;
    }
}
