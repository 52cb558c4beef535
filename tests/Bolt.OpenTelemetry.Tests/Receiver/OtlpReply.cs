using Google.Protobuf;
using Grpc.Core;

namespace Bolt.OpenTelemetry.Tests.Receiver;

/// <summary>How a receiver answers: a status of HTTP or of gRPC, and what comes with it.</summary>
internal sealed record OtlpReply(int Status, string? RetryAfter = null, IMessage? Body = null, Metadata? Trailers = null, TimeSpan? Delay = null);
