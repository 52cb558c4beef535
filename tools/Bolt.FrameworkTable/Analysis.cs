using Bolt.Analyzers.Allocation.Library;
using Bolt.Gate.Reading;

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

        if ((method.Effects & Effects.Allocates) != 0 && method.MakesResult && !IsReflected(method.Signature.ReturnType))
            return LibraryVerdict.ReturnsNew;
        if (method.AlwaysAllocates)
            return LibraryVerdict.Allocates;

        return method.Effects switch
        {
            Effects.None => LibraryVerdict.Free,
            Effects.DependsOnArguments => LibraryVerdict.FreeForSimpleArguments,
            _ => LibraryVerdict.Unknown,
        };
    }

    /// <summary>A text that is not kept, which would not count as allocating, is built.</summary>
    private static bool IsText(MethodNode method) => method.Name == "ToString" && method.Signature.ReturnType.Name == "System.String";

    /// <summary>Types and members are looked up by reflection, and made only at first.</summary>
    private static bool IsReflected(TypeRef type) => type.Name == "System.Type" || (type.Name.StartsWith("System.Reflection.", StringComparison.Ordinal) && type.Shape != TypeShape.Array);

    /// <summary>What the table says of a call that may run any implementation of a method: only if all of the framework's return what they make.</summary>
    /// <remarks>Interfaces are everybody's to implement, classes of the framework next to never.</remarks>
    public static LibraryVerdict VerdictOfAll(MethodNode method)
    {
        if (KnownCode.IsFree(method))
            return LibraryVerdict.Free;
        if (method.Type.IsInterface)
            return LibraryVerdict.Unknown;

        var any = false;
        foreach (var implementation in method.Implementations())
        {
            if (implementation.NeverReturns)
                continue;
            if (VerdictOf(implementation) != LibraryVerdict.ReturnsNew)
                return LibraryVerdict.Unknown;
            any = true;
        }

        return any ? LibraryVerdict.ReturnsNew : LibraryVerdict.Unknown;
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
            if (method.ReturnsNew |= method.Facts.ReturnsNew || (IsText(method) && (method.Effects & Effects.Allocates) != 0))
                changed.Enqueue(method);
        }

        while (changed.TryDequeue(out var callee))
        {
            if (!callee.MakesResult)
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
