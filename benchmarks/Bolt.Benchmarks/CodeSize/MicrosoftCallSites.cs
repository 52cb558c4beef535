using Bolt.Benchmarks.CodeSize.Methods;
using Bolt.Benchmarks.Workloads;
using Microsoft.Extensions.Logging;

namespace Bolt.Benchmarks.CodeSize;

/// <summary>A call of each log method of Microsoft's generator. Never counted: what a call takes is the caller's.</summary>
internal static class MicrosoftCallSites
{
    public static Action<ILogger>[] Of(CodeSizeStep step) => step switch
    {
        CodeSizeStep.Base =>
        [
            static logger => MicrosoftBase.ServiceStarted(logger),
        ],
        CodeSizeStep.TwoFirst =>
        [
            static logger => MicrosoftTwoFirst.UserLoggedIn(logger, LoggedValues.UserId(0), LoggedValues.Address),
        ],
        CodeSizeStep.TwoSame =>
        [
            static logger => MicrosoftTwoSame.UserLoggedOut(logger, LoggedValues.UserId(0), LoggedValues.Address),
            static logger => MicrosoftTwoSame.UserLocked(logger, LoggedValues.UserId(0), LoggedValues.Address),
            static logger => MicrosoftTwoSame.UserInvited(logger, LoggedValues.UserId(0), LoggedValues.Address),
            static logger => MicrosoftTwoSame.UserMoved(logger, LoggedValues.UserId(0), LoggedValues.Address),
            static logger => MicrosoftTwoSame.UserRenamed(logger, LoggedValues.UserId(0), LoggedValues.Address),
        ],
        CodeSizeStep.TwoOther =>
        [
            static logger => MicrosoftTwoOther.WithGuid(logger, LoggedValues.Batch, LoggedValues.Address),
            static logger => MicrosoftTwoOther.WithLong(logger, LoggedValues.OrderId(0), LoggedValues.Address),
            static logger => MicrosoftTwoOther.WithDouble(logger, LoggedValues.Total(0), LoggedValues.Address),
            static logger => MicrosoftTwoOther.WithTimeSpan(logger, LoggedValues.Took, LoggedValues.Address),
            static logger => MicrosoftTwoOther.WithBool(logger, true, LoggedValues.Address),
        ],
        CodeSizeStep.TenFirst =>
        [
            static logger => MicrosoftTenFirst.OrderPlaced(
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
            static logger => MicrosoftTenSame.OrderPaid(
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
            static logger => MicrosoftTenSame.OrderShipped(
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
            static logger => MicrosoftTenSame.OrderReturned(
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
            static logger => MicrosoftTenOther.BatchBegun(
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
            static logger => MicrosoftTenOther.BatchChecked(
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
            static logger => MicrosoftTenOther.BatchEnded(
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
