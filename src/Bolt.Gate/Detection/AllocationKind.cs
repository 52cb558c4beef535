namespace Bolt.Gate.Detection;

/// <summary>What an instruction allocates. The names, in camel case, stand in baselines.</summary>
public enum AllocationKind
{
    Object,
    Array,
    Anonymous,
    With,
    Concat,
    Interpolation,
    Format,
    ToString,
    StringCopy,
    Closure,
    ExpressionTree,
    Delegate,
    Box,
    BoxedReceiver,
    Enumerator,
    Linq,
    Iterator,
    Async,
    Library,
}
