using Microsoft.Diagnostics.Tracing;
using Microsoft.Diagnostics.Tracing.Etlx;

namespace Bolt.Diagnostics.Profiles.Symbols;

/// <summary>The events of a trace with the stacks they happened in.</summary>
internal sealed class TracedStacks : IDisposable
{
    private readonly string _converted;
    private readonly TraceLog _log;
    private readonly CodeMap _code;
    private readonly StackProfile _profile;
    private readonly Func<Frame, bool> _isHidden;
    private readonly Dictionary<CallStackIndex, int> _pushed = [];

    /// <summary>Opens a trace.</summary>
    /// <param name="path">A trace that has ended.</param>
    /// <param name="code">The methods.</param>
    /// <param name="profile">Where the stacks go.</param>
    /// <param name="isHidden">Frames that are left out from the top of a stack, because they are how something is done and not who does it.</param>
    public TracedStacks(string path, CodeMap code, StackProfile profile, Func<Frame, bool>? isHidden = null)
    {
        _code = code;
        _profile = profile;
        _isHidden = isHidden ?? (_ => false);
        _converted = TraceLog.CreateFromEventPipeDataFile(path, Path.ChangeExtension(path, "etlx"));
        _log = new TraceLog(_converted);
    }

    /// <summary>The events, in the order of time.</summary>
    public IEnumerable<TraceEvent> Events => _log.Events;

    /// <summary>Puts the stack of an event into the profile.</summary>
    public int StackOf(TraceEvent happening)
    {
        TraceCallStack? stack = happening.CallStack();
        if (stack is null)
            return StackProfile.Empty;

        if (!_pushed.TryGetValue(stack.CallStackIndex, out int pushed))
        {
            var frames = new List<Frame>(stack.Depth);
            bool isTop = true;
            for (bool isReturn = false; stack is not null; stack = stack.Caller, isReturn = true)
            {
                if (_code.Find(stack.CodeAddress.Address, isReturn) is not { } frame || (isTop && _isHidden(frame)))
                    continue;

                isTop = false;
                frames.Add(frame);
            }

            pushed = StackProfile.Empty;
            for (int i = frames.Count - 1; i >= 0; i--)
                pushed = _profile.Push(pushed, frames[i]);
            _pushed.Add(happening.CallStack().CallStackIndex, pushed);
        }

        return pushed;
    }

    public void Dispose()
    {
        _log.Dispose();
        File.Delete(_converted);
    }
}
