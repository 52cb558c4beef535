using Bolt.Diagnostics;
using Bolt.Diagnostics.Workload;

// A program with known work, to be profiled from outside. It ends with its standard input.
using var server = BoltDiagnosticsServer.Start(options =>
{
    options.MetricsAddress = "127.0.0.1:0";
    options.Debug = true;
    options.DebugAddress = "127.0.0.1:0";
});
IdleThreads.Start(50);
BusyWork.Start();
AllocatingWork.Start();
LockingWork.Start();
RetainingWork.Start();
Console.Error.WriteLine($"workload: debug {server.DebugAddress}");
Console.In.ReadToEnd();
