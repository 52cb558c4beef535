namespace Bolt.Diagnostics.Profiles;

/// <summary>What a profile is written as.</summary>
internal enum ProfileFormat
{
    /// <summary>What <c>go tool pprof</c> opens: protocol buffers, gzipped.</summary>
    Pprof,

    /// <summary>What the runtime itself writes, for PerfView, Visual Studio and dotnet-trace.</summary>
    NetTrace,

    /// <summary>The JSON of https://www.speedscope.app.</summary>
    Speedscope,
}
