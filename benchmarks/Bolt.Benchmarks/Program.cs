using BenchmarkDotNet.Running;
using Bolt.Benchmarks.Analyzers;
using Bolt.Benchmarks.CodeSize;
using Bolt.Benchmarks.Comparison;
using Bolt.Benchmarks.Diagnostics;
using Bolt.Benchmarks.Features;
using Bolt.Benchmarks.Generators;
using Bolt.Benchmarks.PackageSize;
using Bolt.Benchmarks.Regression;
using Bolt.Benchmarks.Reports;
using Bolt.Benchmarks.Startup;

switch (args)
{
    case ["compare", ..]:
        return CompareCommand.Run(args.AsSpan(1));
    case ["check", ..]:
        return CheckCommand.Run(args.AsSpan(1));
    case ["diagnostics", ..]:
        return DiagnosticsCommand.Run(args.AsSpan(1));
    case ["features", ..]:
        return FeaturesCommand.Run(args.AsSpan(1));
    case ["generator", ..]:
        return GeneratorCommand.Run(args.AsSpan(1));
    case ["startup", ..]:
        return StartupCommand.Run(args.AsSpan(1));
    case ["code-size", ..]:
        return CodeSizeCommand.Run(args.AsSpan(1));
    case ["package-size", ..]:
        return PackageSizeCommand.Run(args.AsSpan(1));
    case ["report", ..]:
        return ReportCommand.Run(args.AsSpan(1));
    case ["code-size-child", var kind]:
        return CodeSizeChild.Run(Enum.Parse<CodeSizeKind>(kind));
    case ["analyzers"]:
        return AnalyzerCommand.Run();
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        return 0;
}
