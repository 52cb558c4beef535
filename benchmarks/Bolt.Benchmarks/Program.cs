using BenchmarkDotNet.Running;
using Bolt.Benchmarks.Comparison;

if (args is ["compare", ..])
    return CompareCommand.Run(args.AsSpan(1));

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
