// Calls that may run anything.
#nullable disable
namespace Marked;

interface IAny { void Run(); int Value { get; set; } [ZeroAlloc] void Held(); event Action Done; }
[ZeroAlloc] interface IHeld { void Run(); int Value { get; } }
abstract class Any { public abstract void Run(); public virtual void Walk() { } [ZeroAlloc] public abstract void Held(); public void Plain() { } public abstract int Value { get; } }
sealed class Known : Any { public override void Run() { } public override void Walk() { } public override void Held() { } public override int Value => 1; }
delegate int Map(int n);

static class Unknown
{
    [ZeroAlloc]
    static void Run(IAny any, IHeld held, Any a, Known known, Action action, Func<int, int> func, Map map)
    {
        any.Run(); // BOLT1703
        int read = any.Value; // BOLT1703
        any.Value = 3; // BOLT1703
        any.Held();
        any.Done += action; // BOLT1703
        held.Run();
        int value = held.Value;
        a.Run(); // BOLT1703
        a.Walk(); // BOLT1703
        int of = a.Value; // BOLT1703
        a.Held();
        a.Plain();
        known.Run();
        known.Walk();
        int kept = known.Value;
        action(); // BOLT1703
        int result = func(1); // BOLT1703
        int mapped = map(1); // BOLT1703
        action?.Invoke(); // BOLT1703
    }

    [ZeroAlloc]
    static void Generic<T>(T any, Known known)
        where T : class, IAny
    {
        any.Run(); // BOLT1703
        int read = any.Value; // BOLT1703
        any.Held();
        known.Plain();
    }

    static void Unscoped(IAny any) => any.Run();
}
