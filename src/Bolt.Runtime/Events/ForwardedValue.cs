namespace Bolt.Runtime;

/// <summary>A typed value on its way to another provider; boxed only if that provider reads it.</summary>
internal abstract class ForwardedValue
{
    /// <summary>The value as an object.</summary>
    internal abstract object? Read(ForwardedEvent state);

    /// <summary>The value as an object, where it is not text of an event.</summary>
    internal abstract object? Read();

    /// <summary>Gives the holder back to its thread.</summary>
    internal abstract void Return();
}

/// <inheritdoc/>
internal sealed class ForwardedValue<T> : ForwardedValue
{
    [ThreadStatic]
    private static ForwardedValue<T>? t_free;

    private ForwardedValue<T>? _nextFree;
    private T? _value;

    [AllowAllocation("Made until the thread has as many as it uses at once.")]
    internal static ForwardedValue<T> Rent(T value)
    {
        ForwardedValue<T>? holder = t_free;
        if (holder is null)
            holder = new ForwardedValue<T>();
        else
            t_free = holder._nextFree;

        holder._value = value;
        return holder;
    }

    internal override object? Read(ForwardedEvent state) => _value is ForwardedEvent.EncodedText text ? state.Decode(text) : _value;

    [AllowAllocation("A value type that is asked for as an object.")]
    internal override object? Read() => _value;

    internal override void Return()
    {
        _value = default;
        _nextFree = t_free;
        t_free = this;
    }
}
