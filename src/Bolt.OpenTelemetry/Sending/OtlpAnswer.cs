using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Bolt.OpenTelemetry.Sending;

/// <summary>What an endpoint's answer means for the records of the request, as the OTLP specification has it.</summary>
internal static class OtlpAnswer
{
    private const int GrpcHeaderLength = 5;
    private const int MaxReason = 500;
    private static readonly TimeSpan s_longestWait = TimeSpan.FromMinutes(10);

    /// <summary>Reads the answer to a POST.</summary>
    internal static SendOutcome ToHttp(HttpResponseMessage response, ReadOnlySpan<byte> body)
    {
        if (response.IsSuccessStatusCode)
            return Accepted(body);

        string reason = $"HTTP status {(int)response.StatusCode}";
        return IsTransient(response.StatusCode)
            ? new SendOutcome(RecordFate.Waiting, reason, RetryAfter: RetryAfter(response.Headers.RetryAfter))
            : new SendOutcome(RecordFate.Refused, Sentence(reason, StatusMessage(body)));
    }

    /// <summary>Reads the answer to a gRPC call.</summary>
    internal static SendOutcome ToGrpc(HttpResponseMessage response, ReadOnlySpan<byte> body)
    {
        if (!response.IsSuccessStatusCode)
        {
            // A proxy's answer, not the service's.
            string reason = $"HTTP status {(int)response.StatusCode}";
            return IsTransient(response.StatusCode)
                ? new SendOutcome(RecordFate.Waiting, reason, RetryAfter: RetryAfter(response.Headers.RetryAfter))
                : new SendOutcome(RecordFate.Refused, reason);
        }

        if (!int.TryParse(Header(response, "grpc-status"), NumberStyles.None, CultureInfo.InvariantCulture, out int status))
            return new SendOutcome(RecordFate.Waiting, "the answer has no grpc-status");
        if (status == 0)
            return Accepted(body.Length > GrpcHeaderLength ? body[GrpcHeaderLength..] : default);

        string answer = Sentence($"gRPC status {status}", Uri.UnescapeDataString(Header(response, "grpc-message") ?? ""));
        TimeSpan? wait = RetryInfo(Header(response, "grpc-status-details-bin"));

        // CANCELLED, DEADLINE_EXCEEDED, ABORTED, OUT_OF_RANGE, UNAVAILABLE, DATA_LOSS; RESOURCE_EXHAUSTED only if the endpoint says when it recovers.
        return status is 1 or 4 or 10 or 11 or 14 or 15 || (status == 8 && wait is not null)
            ? new SendOutcome(RecordFate.Waiting, answer, RetryAfter: wait)
            : new SendOutcome(RecordFate.Refused, answer);
    }

    private static bool IsTransient(HttpStatusCode status) =>
        status is HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;

    /// <summary>An <c>ExportLogsServiceResponse</c>: field 1 is its partial success, with the count rejected (1) and why (2).</summary>
    private static SendOutcome Accepted(ReadOnlySpan<byte> body)
    {
        var response = new ProtobufReader(body);
        while (response.Read())
        {
            if (response.Field != 1)
                continue;

            long rejected = 0;
            string message = "";
            var partial = new ProtobufReader(response.Bytes);
            while (partial.Read())
            {
                if (partial.Field == 1)
                    rejected = partial.Number;
                else if (partial.Field == 2)
                    message = Encoding.UTF8.GetString(partial.Bytes);
            }

            if (rejected > 0)
                return new SendOutcome(RecordFate.Delivered, Sentence("partial success", message), rejected);
        }

        return SendOutcome.Delivered;
    }

    /// <summary>A <c>google.rpc.Status</c>: field 2 is its message.</summary>
    private static string StatusMessage(ReadOnlySpan<byte> status)
    {
        var reader = new ProtobufReader(status);
        while (reader.Read())
        {
            if (reader.Field == 2)
                return Encoding.UTF8.GetString(reader.Bytes);
        }

        return "";
    }

    /// <summary>The <c>google.rpc.RetryInfo</c> among the details (3) of a status, each an <c>Any</c> of a type (1) and a value (2); its delay (1) has seconds (1) and nanoseconds (2).</summary>
    private static TimeSpan? RetryInfo(string? details)
    {
        byte[] bytes = new byte[(details?.Length ?? 0) + 3];
        if (details is null || !Convert.TryFromBase64String(details.PadRight((details.Length + 3) / 4 * 4, '='), bytes, out int length))
            return null;

        var status = new ProtobufReader(bytes.AsSpan(0, length));
        while (status.Read())
        {
            if (status.Field != 3)
                continue;

            bool isRetryInfo = false;
            ReadOnlySpan<byte> value = default;
            var any = new ProtobufReader(status.Bytes);
            while (any.Read())
            {
                if (any.Field == 1)
                    isRetryInfo = any.Bytes.EndsWith("/google.rpc.RetryInfo"u8);
                else if (any.Field == 2)
                    value = any.Bytes;
            }

            if (isRetryInfo)
                return RetryDelay(value);
        }

        return null;
    }

    private static TimeSpan? RetryDelay(ReadOnlySpan<byte> retryInfo)
    {
        var info = new ProtobufReader(retryInfo);
        while (info.Read())
        {
            if (info.Field != 1)
                continue;

            double seconds = 0;
            var duration = new ProtobufReader(info.Bytes);
            while (duration.Read())
                seconds += duration.Field == 1 ? duration.Number : duration.Field == 2 ? duration.Number / 1e9 : 0;
            return Bounded(TimeSpan.FromSeconds(Math.Clamp(seconds, 0, s_longestWait.TotalSeconds)));
        }

        return null;
    }

    private static TimeSpan? RetryAfter(RetryConditionHeaderValue? value) =>
        (value?.Delta ?? (value?.Date - DateTimeOffset.UtcNow)) is { } wait ? Bounded(wait) : null;

    private static TimeSpan Bounded(TimeSpan wait) => wait < TimeSpan.Zero ? TimeSpan.Zero : wait > s_longestWait ? s_longestWait : wait;

    /// <summary>Where an answer has no body, its trailers come as headers.</summary>
    private static string? Header(HttpResponseMessage response, string name) =>
        response.TrailingHeaders.TryGetValues(name, out IEnumerable<string>? values) || response.Headers.TryGetValues(name, out values) ? values.First() : null;

    private static string Sentence(string what, string why) => why.Length == 0 ? what : $"{what}: {(why.Length > MaxReason ? why[..MaxReason] : why)}";
}
