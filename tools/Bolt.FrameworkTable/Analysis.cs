using Bolt.Analyzers.Allocation.Library;

namespace Bolt.FrameworkTable;

/// <summary>Finds what each method of the framework does, with all that it calls.</summary>
internal static class Analysis
{
    public static void Run(Framework framework)
    {
        // A helper that throws is found first, then one that calls it, then one more.
        for (var pass = 0; pass < 3; pass++)
        {
            foreach (var method in framework.Methods)
            {
                if (method is { HasBody: true, NeverReturns: false } && MethodReading.NeverReturns(framework, method))
                    method.NeverReturns = true;
            }
        }

        foreach (var method in framework.Methods)
        {
            if (KnownCode.IsFree(method))
                continue;

            if (method.HasBody)
            {
                method.Facts = MethodReading.Read(framework, method);
                (method.Effects, method.Reason) = (method.Facts.Effects, method.Facts.Reason);
            }
            else if (!method.IsAbstract)
            {
                (method.Effects, method.Reason) = NativeCode.EffectsOf(method);
                method.AlwaysAllocates = method.ReturnsNew = method.Effects == Effects.Allocates;
            }
            else
            {
                (method.Effects, method.Reason) = (Effects.Unknown, "is abstract");
            }
        }

        var callers = Callers(framework);
        Spread(framework, callers);
        SpreadAlways(framework, callers);
        SpreadNew(framework, callers);
    }

    /// <summary>What the table says of a method.</summary>
    public static LibraryVerdict VerdictOf(MethodNode method)
    {
        if (method.NeverReturns)
            return LibraryVerdict.Free;
        if (method.AlwaysAllocates)
            return LibraryVerdict.Allocates;

        // A getter hands out again what it once made.
        if (method.ReturnsNew && (method.Effects & Effects.Allocates) != 0 && !method.Name.StartsWith("get_", StringComparison.Ordinal))
            return LibraryVerdict.Allocates;

        return method.Effects switch
        {
            Effects.None => LibraryVerdict.Free,
            Effects.DependsOnArguments => LibraryVerdict.FreeForSimpleArguments,
            _ => LibraryVerdict.Unknown,
        };
    }

    private static Dictionary<MethodNode, List<MethodNode>> Callers(Framework framework)
    {
        var callers = new Dictionary<MethodNode, List<MethodNode>>();
        foreach (var method in framework.Methods)
        {
            foreach (var call in method.Facts.Calls)
            {
                foreach (var target in call.Targets)
                {
                    if (!callers.TryGetValue(target, out var list))
                        callers[target] = list = [];
                    list.Add(method);
                }
            }
        }

        return callers;
    }

    private static void Spread(Framework framework, Dictionary<MethodNode, List<MethodNode>> callers)
    {
        var changed = new Queue<MethodNode>(framework.Methods.Where(static method => method.Effects != Effects.None));
        while (changed.TryDequeue(out var callee))
        {
            foreach (var caller in callers.GetValueOrDefault(callee) ?? [])
            {
                var before = caller.Effects;
                foreach (var call in caller.Facts.Calls)
                {
                    if (!call.Targets.Contains(callee) || callee.NeverReturns)
                        continue;

                    var effects = callee.Effects;
                    if ((effects & Effects.DependsOnArguments) != 0 && call.Arguments != TypeArguments.Parameters)
                        effects = (effects & ~Effects.DependsOnArguments) | (call.Arguments == TypeArguments.Other ? Effects.Unknown : Effects.None);
                    if ((caller.Effects | effects) != caller.Effects)
                    {
                        if (caller.Effects is Effects.None or Effects.DependsOnArguments)
                            caller.Reason = "calls " + callee + " which " + Shortened(callee.Reason);
                        caller.Effects |= effects;
                    }
                }

                if (caller.Effects != before)
                    changed.Enqueue(caller);
            }
        }
    }

    private static string Shortened(string reason) => reason.Length > 600 ? reason[..600] : reason;

    private static void SpreadAlways(Framework framework, Dictionary<MethodNode, List<MethodNode>> callers)
    {
        var changed = new Queue<MethodNode>(framework.Methods.Where(static method => method.AlwaysAllocates));
        foreach (var method in framework.Methods)
        {
            if (method.Facts.Allocations.Count > 0 && MethodReading.AlwaysPasses(framework, method, method.Facts.Allocations))
            {
                method.AlwaysAllocates = true;
                changed.Enqueue(method);
            }
        }

        while (changed.TryDequeue(out var callee))
        {
            foreach (var caller in callers.GetValueOrDefault(callee) ?? [])
            {
                if (caller.AlwaysAllocates)
                    continue;

                var allocating = new HashSet<int>(caller.Facts.Allocations);
                foreach (var call in caller.Facts.Calls)
                {
                    if (call.Targets.All(static target => target.AlwaysAllocates))
                        allocating.Add(call.Index);
                }

                if (MethodReading.AlwaysPasses(framework, caller, allocating))
                {
                    caller.AlwaysAllocates = true;
                    changed.Enqueue(caller);
                }
            }
        }
    }

    private static void SpreadNew(Framework framework, Dictionary<MethodNode, List<MethodNode>> callers)
    {
        var changed = new Queue<MethodNode>();
        foreach (var method in framework.Methods)
        {
            if (method.ReturnsNew |= method.Facts.ReturnsNew)
                changed.Enqueue(method);
        }

        while (changed.TryDequeue(out var callee))
        {
            if (callee.Name.StartsWith("get_", StringComparison.Ordinal) && !callee.AlwaysAllocates)
                continue;

            foreach (var caller in callers.GetValueOrDefault(callee) ?? [])
            {
                if (!caller.ReturnsNew && caller.Facts.Calls.Any(call => caller.Facts.ReturnedCalls.Contains(call.Index) && call.Targets.Contains(callee)))
                {
                    caller.ReturnsNew = true;
                    changed.Enqueue(caller);
                }
            }
        }
    }
}
