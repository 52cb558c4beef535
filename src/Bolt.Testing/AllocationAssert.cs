using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using Bolt.Testing.Allocation;

namespace Bolt.Testing;

/// <summary>Asserts that code does not allocate on the heap once it runs as it will for long, and names the types where it does.</summary>
/// <remarks>
/// The action runs many times, at least 1,100 and mostly some 10,000, on the calling thread, until what is allocated at first is over: caches, types,
/// code that is not optimised yet. Code that allocates at every thousandth call is still found. Where it allocates, it runs on for some
/// seconds at most, until the runtime has told the types. What other threads allocate does not count. The delegate and what it captures are made
/// before the measurement.
/// <para>In a build without optimisation (Debug) the compilers leave allocations in that they would remove: measure in Release.</para>
/// </remarks>
public static class AllocationAssert
{
    /// <summary>Fails if the action allocates.</summary>
    /// <param name="action">The action. It is called often, so it must be possible to repeat it; what it throws ends the measurement.</param>
    /// <exception cref="ArgumentNullException"><paramref name="action"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="action"/> is asynchronous: what it does after its first wait could not be measured.</exception>
    /// <exception cref="LogAssertionException">It allocates; the message says how many bytes per call, and of which types.</exception>
    public static void Zero(Action action) => AtMost(0, action);

    /// <summary>Fails if the action allocates. For a static lambda, which can capture nothing by mistake.</summary>
    /// <typeparam name="TState">The type of what the action works with.</typeparam>
    /// <param name="state">What the action works with.</param>
    /// <param name="action">The action. It is called often, so it must be possible to repeat it; what it throws ends the measurement.</param>
    /// <exception cref="ArgumentNullException"><paramref name="action"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="action"/> is asynchronous: what it does after its first wait could not be measured.</exception>
    /// <exception cref="LogAssertionException">It allocates; the message says how many bytes per call, and of which types.</exception>
    public static void Zero<TState>(TState state, Action<TState> action)
    {
        ArgumentNullException.ThrowIfNull(action);
        Measure(0, state, action, action);
    }

    /// <summary>Fails if the action allocates more than so many bytes per call, on average.</summary>
    /// <param name="bytes">The bytes per call that it may allocate, at least 0.</param>
    /// <param name="action">The action. It is called often, so it must be possible to repeat it; what it throws ends the measurement.</param>
    /// <exception cref="ArgumentNullException"><paramref name="action"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="bytes"/> is negative.</exception>
    /// <exception cref="ArgumentException"><paramref name="action"/> is asynchronous: what it does after its first wait could not be measured.</exception>
    /// <exception cref="LogAssertionException">It allocates more; the message says how many bytes per call, and of which types.</exception>
    public static void AtMost(long bytes, Action action)
    {
        ArgumentNullException.ThrowIfNull(action);
        ArgumentOutOfRangeException.ThrowIfNegative(bytes);
        Measure(bytes, action, static action => action(), action);
    }

    private static void Measure<TState>(long allowed, TState state, Action<TState> action, Delegate written)
    {
        if (written.Method.IsDefined(typeof(AsyncStateMachineAttribute), inherit: false))
            throw new ArgumentException("The action is asynchronous (async void): what it does after its first wait cannot be measured. Measure the code that it calls.", nameof(action));

        var calls = new RepeatedCalls<TState>(state, action);
        if (calls.FindAllocation(allowed) is not { } found)
            return;

        IReadOnlyList<AllocatedType> types = AllocatedTypes.Of(calls);
        string expected = allowed == 0 ? "Expected no allocation" : string.Create(CultureInfo.InvariantCulture, $"Expected at most {allowed} B per call");
        string culprits = types.Count == 0 ? "it was too rare for the runtime to name the type" : string.Join(", ", types);
        throw new LogAssertionException(string.Create(
            CultureInfo.InvariantCulture,
            $"{expected}, but {found.PerCall:#,0.###} B per call were allocated on average ({found.Bytes:N0} B in {found.Calls:N0} calls): {culprits}.{HintAt(written)}"));
    }

    private static string HintAt(Delegate action)
    {
        Assembly assembly = action.Method.Module.Assembly;
        return assembly.GetCustomAttribute<DebuggableAttribute>() is { IsJITOptimizerDisabled: true }
            ? $" {assembly.GetName().Name} is not optimised (Debug), which may be the cause: measure in Release."
            : "";
    }
}
