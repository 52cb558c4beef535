namespace Bolt.Benchmarks.Startup;

/// <summary>One child process, in microseconds.</summary>
/// <param name="FirstByte">From the first statement of <c>Main</c> until the first byte of the record came to the stream.</param>
/// <param name="Flushed">From there until the logger was flushed and disposed.</param>
/// <param name="Process">From its launch to its end, as its parent saw it.</param>
internal readonly record struct Launch(double FirstByte, double Flushed, double Process);
