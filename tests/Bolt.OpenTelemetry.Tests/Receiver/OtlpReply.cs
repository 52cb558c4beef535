using Google.Protobuf;
using Grpc.Core;

namespace Bolt.OpenTelemetry.Tests.Receiver;

/// <summary>How a receiver answers: a status of HTTP or of gRPC, what comes with it, and what it waits for.</summary>
internal sealed record OtlpReply(int Status, string? RetryAfter = null, IMessage? Body = null, Metadata? Trailers = null, Task? Until = null);
