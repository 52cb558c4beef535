using System.Reflection;
using System.Runtime.CompilerServices;

namespace Bolt.Runtime;

/// <summary>Which types of exceptions leave their text to <see cref="Exception.ToString"/>. Keeps no type alive.</summary>
[ZeroAlloc]
internal static class ExceptionTypes
{
    private static readonly ConditionalWeakTable<Type, object> s_types = [];
    private static readonly object s_plain = new();
    private static readonly object s_other = new();
    private static readonly MethodInfo? s_stackTrace = typeof(Exception).GetProperty(nameof(Exception.StackTrace))?.GetMethod;

    /// <summary>Whether neither <see cref="Exception.ToString"/> nor <see cref="Exception.StackTrace"/> is overridden. <see cref="Exception.Message"/> may be.</summary>
    internal static bool ArePlain(Exception exception) =>
        (s_types.TryGetValue(exception.GetType(), out object? kind) ? kind : Learn(exception)) == s_plain;

    [AllowAllocation("Once for each type of exception.")]
    private static object Learn(Exception exception)
    {
        // A delegate to a virtual method is one to the override; asking the type for its methods would need them all to be kept when trimmed.
        bool isPlain = s_stackTrace is not null
            && ((Func<string>)exception.ToString).Method.DeclaringType == typeof(Exception)
            && s_stackTrace.CreateDelegate<Func<string?>>(exception).Method.DeclaringType == typeof(Exception);
        object kind = isPlain ? s_plain : s_other;
        s_types.AddOrUpdate(exception.GetType(), kind);
        return kind;
    }
}
