using Microsoft.CodeAnalysis.CSharp;

namespace Bolt.Generators.Tests.LanguageVersions;

/// <summary>Declarations that are legal and rare: the generated part must repeat them exactly, and compile without a warning.</summary>
public sealed class OddDeclarationTests
{
    [Theory]
    [InlineData("partial class C { ILogger? l; [LogEvent(LogLevel.Information)] partial void M(int x); void F() { M(1); l = null; } }")]
    [InlineData("partial class C { [LogEvent(LogLevel.Information, \"{x}\")] protected internal static partial void M(ILogger logger, (int A, List<string?> B)? x, nint? y, dynamic[]? z); }")]
    [InlineData("partial class C<T> where T : class, IDisposable, new() { [LogEvent(LogLevel.Information)] internal static partial void M<U, V>(ILogger logger, T? t, U u, V[]? v) where U : T, new() where V : unmanaged; }")]
    [InlineData("partial class C { [LogEvent(LogLevel.Information)] internal static partial void M<T, U, V>(ILogger logger, T? t, U? u, V? v) where T : class? where U : struct where V : notnull; }")]
    [InlineData("class B { public virtual void M(ILogger logger) { } } partial class C : B { [LogEvent(LogLevel.Information)] public sealed override partial void M(ILogger logger); }")]
    [InlineData("class B { public virtual void M<T>(ILogger logger, T x) where T : struct, Enum { } } partial class C : B { [LogEvent(LogLevel.Information, \"{x}\")] public override partial void M<T>(ILogger logger, T x); }")]
    [InlineData("class B { public void M(ILogger logger) { } } partial class C : B { [LogEvent(LogLevel.Information)] public new partial void M(ILogger logger); }")]
    [InlineData("partial class @class { enum @enum { @int, @void } [LogEvent(LogLevel.Information, \"{namespace}\")] private static partial void @void(ILogger @this, @enum @namespace, params @enum[] @params); static void F(ILogger l) { @void(l, @enum.@int, @enum.@void); } }")]
    [InlineData("partial class C { [LogEvent(LogLevel.Information)] internal static partial void M(ILogger logger, [LogFields] O o); } class O { [Obsolete] public int A { get; } [Obsolete(\"no\", true)] public int B { get; } public C P { get; } = new(); public unsafe int* Pointer; public Action? D; public System.Threading.Tasks.Task? T; public ReadOnlySpan<char> S => default; public object? Any; public Exception? E; public dynamic? Dyn; }")]
    [InlineData("partial class C { [LogEvent(LogLevel.Information, \"{o}\")] internal static partial void M(ILogger logger, [LogFields] W<string?> o, [LogFields] W<string> p, [LogFields] List<W<int?>?>? q); } class W<T> { public T? Value { get; set; } public W<T[]>? Next; }")]
    [InlineData("partial class C { [LogEvent(LogLevel.Information, \"{o}\")] internal static partial void M(ILogger logger, IDictionary<string?, IEnumerable<string?>>? o, Dictionary<(int, int), string>? p) ; }")]
    [InlineData("partial class C { enum E : sbyte { A = -1, B } enum Empty { } [Flags] enum F : short { A = -1, B = 1 } [LogEvent(LogLevel.Information, \"{e} {empty} {f}\")] private static partial void M(ILogger logger, E e, Empty? empty, F f); static void G(ILogger l) { M(l, E.A, null, F.B); } }")]
    [InlineData("[Obsolete] class Old { public int A { get; set; } } partial class C {\n#pragma warning disable CS0612\n [LogEvent(LogLevel.Information)] internal static partial void M(ILogger logger, [LogFields] Old old);\n#pragma warning restore CS0612\n }")]
    [InlineData("namespace Bolt.Mine { class Runtime { } class System { } class Microsoft { } partial class C { [LogEvent(LogLevel.Information, \"{x}\")] internal static partial void M(ILogger logger, int? x, List<int> y, Exception? e); } }")]
    [InlineData("partial struct S { static ILogger? Logger { get; } [LogEvent(LogLevel.Information)] internal static partial void M(); } partial interface I { static abstract int X { get; } [LogEvent(LogLevel.Information)] internal static partial void M(ILogger l, int y); }")]
    [InlineData("partial class C { [LogEvent(LogLevel.Information, \"{__e0}{___e}\")] internal static partial void M(ILogger _, int __e0, int ___e, int __, int[] __x0); }")]
    [InlineData("partial class C { class Inner { internal int A { get; } public Inner? B { get; } } [LogEvent(LogLevel.Information)] private static partial void M(ILogger logger, [LogFields] Inner x, [LogFields(Flatten = true)] Inner? y); static void G(ILogger l) => M(l, new(), null); }")]
    [InlineData("static partial class C { /// <summary>Mine.</summary>\n /// <param name=\"logger\">L.</param>\n [LogEvent(LogLevel.Information)] public static partial void M(this ILogger logger); }")]
    [InlineData("partial class C { [LogEvent(LogLevel.Information, \"{x,5:N2} {y:x} {z:G} {w,3} {v:D}\")] internal static partial void M(ILogger logger, Half x, byte[] y, object? z, List<int> w, Type? v); }")]
    [InlineData("partial class C { [LogEvent(LogLevel.Information, \"{x}\")] internal static partial void M<T>(ILogger logger, T x, in T y, ref readonly T z) where T : struct, ISpanFormattable, IUtf8SpanFormattable; }")]
    public void They_compile_cleanly(string source) => Assert.NotEmpty(Driver.RunCleanly(LanguageVersion.CSharp12, source));

    [Theory]
    [InlineData("partial class C { [LogEvent(LogLevel.Information)] internal static partial void M(ILogger logger, params ReadOnlySpan<int> x); }")]
    [InlineData("partial class C { [LogEvent(LogLevel.Information)] internal static partial void M(ILogger logger, params IEnumerable<int> x); }")]
    [InlineData("partial class C { [LogEvent(LogLevel.Information, \"{x}\")] internal static partial void M<T>(ILogger logger, scoped T x, scoped in T y) where T : ISpanFormattable, allows ref struct; }")]
    public void They_compile_cleanly_from_version_13_on(string source) => Assert.NotEmpty(Driver.RunCleanly(LanguageVersion.CSharp13, source));
}
