using System.Runtime.CompilerServices;

namespace Bolt.Analyzers.Tests.Allocation.Library;

/// <summary>Calls that, says the table, allocate at times only: here they need not. The test reads this file to learn what each of them calls.</summary>
internal static class AmortisedCalls
{
    public static Action[] All =>
    [
        static () => Keep(s_semaphore.WaitAsync()),
        static () => Keep(s_semaphore.WaitAsync(CancellationToken.None)),
        static () => Keep(s_semaphore.WaitAsync(10)),
        static () => Keep(s_valueTask.AsTask()),
        static () => Keep(s_valueTaskOfInt.AsTask()),
        static () => Keep(s_property.GetIndexParameters()),
    ];

    private static readonly SemaphoreSlim s_semaphore = new(int.MaxValue);
    private static readonly System.Reflection.PropertyInfo s_property = typeof(string).GetProperty(nameof(string.Length))!;
    private static readonly ValueTask s_valueTask = default;
    private static readonly ValueTask<int> s_valueTaskOfInt = new(Task.FromResult(123456));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Keep<T>(T value)
        where T : allows ref struct
    {
    }
}
