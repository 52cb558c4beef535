using Bolt.Benchmarks.CodeSize.Methods;
using Bolt.Benchmarks.Workloads;
using Microsoft.Extensions.Logging;

namespace Bolt.Benchmarks.CodeSize;

/// <summary>A call of each log method of Bolt. Never counted: what a call takes is the caller's.</summary>
internal static class BoltCallSites
{
    public static Action<ILogger>[] Of(CodeSizeStep step) => step switch
    {
        CodeSizeStep.Base =>
        [
            static logger => BoltBase.ServiceStarted(logger),
        ],
        CodeSizeStep.TwoFirst =>
        [
            static logger => BoltTwoFirst.UserLoggedIn(logger, LoggedValues.UserId(0), LoggedValues.Address),
        ],
        CodeSizeStep.TwoSame =>
        [
            static logger => BoltTwoSame.UserLoggedOut(logger, LoggedValues.UserId(0), LoggedValues.Address),
            static logger => BoltTwoSame.UserLocked(logger, LoggedValues.UserId(0), LoggedValues.Address),
            static logger => BoltTwoSame.UserInvited(logger, LoggedValues.UserId(0), LoggedValues.Address),
            static logger => BoltTwoSame.UserMoved(logger, LoggedValues.UserId(0), LoggedValues.Address),
            static logger => BoltTwoSame.UserRenamed(logger, LoggedValues.UserId(0), LoggedValues.Address),
        ],
        CodeSizeStep.TwoOther =>
        [
            static logger => BoltTwoOther.WithGuid(logger, LoggedValues.Batch, LoggedValues.Address),
            static logger => BoltTwoOther.WithLong(logger, LoggedValues.OrderId(0), LoggedValues.Address),
            static logger => BoltTwoOther.WithDouble(logger, LoggedValues.Total(0), LoggedValues.Address),
            static logger => BoltTwoOther.WithTimeSpan(logger, LoggedValues.Took, LoggedValues.Address),
            static logger => BoltTwoOther.WithBool(logger, true, LoggedValues.Address),
        ],
        CodeSizeStep.TenFirst =>
        [
            static logger => BoltTenFirst.OrderPlaced(
                logger,
                LoggedValues.OrderId(0),
                LoggedValues.Customer,
                LoggedValues.Items(0),
                LoggedValues.Total(0),
                true,
                LoggedValues.Batch,
                LoggedValues.Placed,
                LoggedValues.Took,
                LoggedValues.State,
                LoggedValues.Note),
        ],
        CodeSizeStep.TenSame =>
        [
            static logger => BoltTenSame.OrderPaid(
                logger,
                LoggedValues.OrderId(0),
                LoggedValues.Customer,
                LoggedValues.Items(0),
                LoggedValues.Total(0),
                true,
                LoggedValues.Batch,
                LoggedValues.Placed,
                LoggedValues.Took,
                LoggedValues.State,
                LoggedValues.Note),
            static logger => BoltTenSame.OrderShipped(
                logger,
                LoggedValues.OrderId(0),
                LoggedValues.Customer,
                LoggedValues.Items(0),
                LoggedValues.Total(0),
                true,
                LoggedValues.Batch,
                LoggedValues.Placed,
                LoggedValues.Took,
                LoggedValues.State,
                LoggedValues.Note),
            static logger => BoltTenSame.OrderReturned(
                logger,
                LoggedValues.OrderId(0),
                LoggedValues.Customer,
                LoggedValues.Items(0),
                LoggedValues.Total(0),
                true,
                LoggedValues.Batch,
                LoggedValues.Placed,
                LoggedValues.Took,
                LoggedValues.State,
                LoggedValues.Note),
        ],
        CodeSizeStep.TenOther =>
        [
            static logger => BoltTenOther.BatchBegun(
                logger,
                LoggedValues.Batch,
                LoggedValues.UserId(0),
                LoggedValues.OrderId(0),
                LoggedValues.Took,
                LoggedValues.Address,
                LoggedValues.Total(0),
                true,
                LoggedValues.Placed,
                LoggedValues.UserId(0),
                LoggedValues.State),
            static logger => BoltTenOther.BatchChecked(
                logger,
                LoggedValues.UserId(0),
                LoggedValues.OrderId(0),
                LoggedValues.Took,
                LoggedValues.Address,
                LoggedValues.Total(0),
                true,
                LoggedValues.Placed,
                LoggedValues.UserId(0),
                LoggedValues.State,
                LoggedValues.Batch),
            static logger => BoltTenOther.BatchEnded(
                logger,
                LoggedValues.OrderId(0),
                LoggedValues.Took,
                LoggedValues.Address,
                LoggedValues.Total(0),
                true,
                LoggedValues.Placed,
                LoggedValues.UserId(0),
                LoggedValues.State,
                LoggedValues.Batch,
                LoggedValues.UserId(0)),
        ],
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };
}
