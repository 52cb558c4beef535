namespace Bolt.OpenTelemetry;

/// <summary>How OTLP travels.</summary>
public enum OtlpProtocol
{
    /// <summary>gRPC over HTTP/2; port 4317 by convention.</summary>
    Grpc,

    /// <summary>Protocol buffers in the body of a POST over HTTP; port 4318 by convention.</summary>
    HttpProtobuf,
}
