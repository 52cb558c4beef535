using System.Text.RegularExpressions;

namespace Bolt.Diagnostics.Profiles.Symbols;

/// <summary>Method names as their author wrote them, where the compiler or the runtime has changed them.</summary>
internal static partial class MethodName
{
    /// <summary>Gives <c>Shop.Orders.SendAsync</c> for <c>Shop.Orders+&lt;SendAsync&gt;d__3</c> and <c>MoveNext</c>.</summary>
    public static string Of(string type, string method)
    {
        string name = Arity().Replace(type.Replace('+', '.') + "." + method, "");
        name = StateMachine().Replace(name, "${method}");
        name = Lambda().Replace(name, "${method}.lambda");
        return LocalFunction().Replace(name, "${method}.${local}");
    }

    [GeneratedRegex(@"`\d+")]
    private static partial Regex Arity();

    [GeneratedRegex(@"<(?<method>[^<>]+)>d__\d+(\[[^\]]*\])?\.MoveNext$")]
    private static partial Regex StateMachine();

    [GeneratedRegex(@"(<>c(__DisplayClass[\d_]+)?(\[[^\]]*\])?\.)?<(?<method>[^<>]+)>b__[\d_]+")]
    private static partial Regex Lambda();

    [GeneratedRegex(@"(<>c(__DisplayClass[\d_]+)?(\[[^\]]*\])?\.)?<(?<method>[^<>]+)>g__(?<local>[^|]+)\|[\d_]+")]
    private static partial Regex LocalFunction();
}
