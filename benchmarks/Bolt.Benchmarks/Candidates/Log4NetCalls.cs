using System.Globalization;
using System.Runtime.CompilerServices;
using Bolt.Benchmarks.Workloads;
using log4net;
using log4net.Appender;
using log4net.Core;
using log4net.Repository.Hierarchy;
using log4net.Util;

namespace Bolt.Benchmarks.Candidates;

/// <summary>
/// log4net with its events' properties as fields, written by <see cref="Log4NetAppender"/>. It ships no appender with a thread of its own:
/// in the background its BufferingForwardingAppender collects 512 events (its default), which the caller who logs the next one writes; only
/// the message is fixed at the call, and the properties where the thread's are among them.
/// </summary>
internal readonly struct Log4NetCalls : ILogCalls
{
    private readonly ILog _log;
    private readonly Hierarchy _repository;
    private readonly Log4NetAppender _appender;
    private readonly BufferingForwardingAppender? _batches;
    private readonly bool _hasContext;

    public Log4NetCalls(Workload workload, Route route, Stream output)
    {
        _hasContext = workload == Workload.BoundContext;
        _appender = new Log4NetAppender(output, _hasContext);
        _appender.ActivateOptions();
        _repository = (Hierarchy)LogManager.CreateRepository(Guid.NewGuid().ToString());
        _repository.Root.Level = Level.Info;
        if (route == Route.SynchronousNull)
        {
            _repository.Root.AddAppender(_appender);
        }
        else
        {
            _batches = new BufferingForwardingAppender { BufferSize = 512, Fix = _hasContext ? FixFlags.Message | FixFlags.Properties : FixFlags.Message };
            _batches.AddAppender(_appender);
            _batches.ActivateOptions();
            _repository.Root.AddAppender(_batches);
        }

        _repository.Configured = true;
        _log = LogManager.GetLogger(_repository.Name, LoggedValues.Category);
        if (_hasContext)
        {
            foreach ((string name, object? value) in BoundFields.Pairs)
                LogicalThreadContext.Properties[name] = value;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Disabled(int userId, string ip)
    {
        if (_log.IsDebugEnabled)
            UserLoggedIn(Level.Debug, userId, ip);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void NoField() => _log.Info("Service started");

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void TwoFields(int userId, string ip)
    {
        if (_log.IsInfoEnabled)
            UserLoggedIn(Level.Info, userId, ip);
    }

    public void TenFields(
        long orderId,
        string customer,
        int items,
        double total,
        bool express,
        Guid batch,
        DateTimeOffset placed,
        TimeSpan took,
        OrderState state,
        string note)
    {
        if (!_log.IsInfoEnabled)
            return;

        LoggingEvent logged = Event(
            Level.Info,
            string.Create(
                CultureInfo.InvariantCulture,
                $"Order {orderId} of {customer}: {items} items for {total}, express {express}, batch {batch}, placed {placed}, took {took}, state {state}, note {note}"));
        PropertiesDictionary fields = logged.Properties;
        fields["orderId"] = orderId;
        fields["customer"] = customer;
        fields["items"] = items;
        fields["total"] = total;
        fields["express"] = express;
        fields["batch"] = batch;
        fields["placed"] = placed;
        fields["took"] = took;
        fields["state"] = state;
        fields["note"] = note;
        _log.Logger.Log(logged);
    }

    public void Exception(long orderId, Exception exception)
    {
        if (!_log.IsErrorEnabled)
            return;

        LoggingEvent logged = Event(Level.Error, string.Create(CultureInfo.InvariantCulture, $"Order {orderId} failed"), exception);
        logged.Properties["orderId"] = orderId;
        _log.Logger.Log(logged);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void BoundContext(int userId, string ip) => TwoFields(userId, ip);

    public void LongText(string payload)
    {
        if (!_log.IsInfoEnabled)
            return;

        LoggingEvent logged = Event(Level.Info, "Payload received");
        logged.Properties["payload"] = payload;
        _log.Logger.Log(logged);
    }

    public void Nested(List<int> quantities, Shipment shipment)
    {
        if (!_log.IsInfoEnabled)
            return;

        LoggingEvent logged = Event(Level.Info, "Shipment packed");
        PropertiesDictionary fields = logged.Properties;
        fields["quantities"] = quantities;
        fields["shipment"] = shipment;
        _log.Logger.Log(logged);
    }

    public void Flush()
    {
        _batches?.Flush();
        _appender.Flush(Timeout.Infinite);
        if (_appender.Failure is { } failure)
            throw new InvalidOperationException("log4net failed.", failure);
    }

    public void Dispose()
    {
        _repository.Shutdown();
        if (_hasContext)
        {
            foreach ((string name, _) in BoundFields.Pairs)
                LogicalThreadContext.Properties.Remove(name);
        }
    }

    private void UserLoggedIn(Level level, int userId, string ip)
    {
        LoggingEvent logged = Event(level, string.Create(CultureInfo.InvariantCulture, $"User {userId} logged in from {ip}"));
        PropertiesDictionary fields = logged.Properties;
        fields["userId"] = userId;
        fields["ip"] = ip;
        _log.Logger.Log(logged);
    }

    private LoggingEvent Event(Level level, string message, Exception? exception = null) =>
        new(typeof(Log4NetCalls), _repository, LoggedValues.Category, level, message, exception);
}
