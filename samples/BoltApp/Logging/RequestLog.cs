using System.Diagnostics;

namespace BoltApp.Logging;

/// <summary>Logs every request, except those by which the process is watched or troubled: they must be answered while logging is stuck.</summary>
internal sealed class RequestLog(RequestDelegate next, ILogger logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        PathString path = context.Request.Path;
        if (path.StartsWithSegments("/health") || path.StartsWithSegments("/incidents"))
        {
            await next(context);
            return;
        }

        long start = Stopwatch.GetTimestamp();
        try
        {
            await next(context);
            Log.RequestAnswered(logger, context.Request.Method, path.Value, context.Response.StatusCode, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        catch (Exception error) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            Log.RequestFailed(logger, context.Request.Method, path.Value, Stopwatch.GetElapsedTime(start).TotalMilliseconds, error);
            context.Response.Clear();
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }
    }
}
