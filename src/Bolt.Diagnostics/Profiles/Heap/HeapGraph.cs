using System.Runtime.InteropServices;
using Bolt.Diagnostics.Profiles.Symbols;
using Microsoft.Diagnostics.Tracing;
using Microsoft.Diagnostics.Tracing.Parsers.Clr;

namespace Bolt.Diagnostics.Profiles.Heap;

/// <summary>The objects of a heap and their references, as the runtime reports them.</summary>
internal sealed class HeapGraph
{
    private readonly List<ulong> _addresses = [];
    private readonly List<ulong> _sizes = [];
    private readonly List<ulong> _types = [];
    private readonly List<int> _edgeCounts = [];
    private readonly List<ulong> _targets = [];
    private readonly List<(ulong Key, ulong Value)> _dependents = [];
    private readonly List<(ulong Address, int Rank, string Name)> _roots = [];
    private readonly List<(ulong Address, string Field)> _statics = [];
    private readonly HeapTypes _typeNames = new();

    /// <summary>Takes the objects from the events of a snapshot.</summary>
    public void ReadFrom(TraceEventDispatcher source)
    {
        source.Clr.TypeBulkType += _typeNames.Add;
        source.Clr.GCBulkNode += AddNodes;
        source.Clr.GCBulkEdge += AddEdges;
        source.Clr.GCBulkRootEdge += AddRoots;
        source.Clr.GCBulkRootStaticVar += AddStatics;
        source.Clr.GCBulkRootConditionalWeakTableElementEdge += AddDependents;
    }

    /// <summary>Adds every object to the profile, under the shortest path from a root to it.</summary>
    public void AddPathsTo(StackProfile profile, CancellationToken clientGone)
    {
        int count = _addresses.Count;
        ulong[] sorted = [.. _addresses];
        int[] order = [.. Enumerable.Range(0, count)];
        Array.Sort(sorted, order);

        int[] firstEdge = new int[count + 1];
        for (int i = 0; i < count; i++)
            firstEdge[i + 1] = firstEdge[i] + _edgeCounts[i];
        ILookup<ulong, ulong> dependents = _dependents.ToLookup(pair => pair.Key, pair => pair.Value);

        int[] paths = new int[count];
        Array.Fill(paths, StackProfile.Empty);
        var queue = new Queue<int>();
        var steps = new Dictionary<(int Path, ulong Type), int>();
        foreach ((ulong address, _, string name) in Roots())
            Reach(address, profile.Push(StackProfile.Empty, _typeNames.Root(name)));

        while (queue.TryDequeue(out int node))
        {
            clientGone.ThrowIfCancellationRequested();
            int end = Math.Min(firstEdge[node + 1], _targets.Count);
            for (int edge = firstEdge[node]; edge < end; edge++)
                Reach(_targets[edge], paths[node]);
            foreach (ulong value in dependents[_addresses[node]])
                Reach(value, paths[node]);
        }

        for (int node = 0; node < count; node++)
        {
            int path = paths[node] != StackProfile.Empty
                ? paths[node]
                : profile.Push(profile.Push(StackProfile.Empty, _typeNames.Root("[no root found]")), _typeNames.Find(_types[node]));
            profile.Add(path, null, 1, _sizes[node]);
        }

        void Reach(ulong address, int path)
        {
            int index = Array.BinarySearch(sorted, address);
            if (index < 0 || paths[order[index]] != StackProfile.Empty)
                return;

            int node = order[index];
            if (!steps.TryGetValue((path, _types[node]), out int next))
                steps.Add((path, _types[node]), next = Step(profile, path, _typeNames.Find(_types[node])));
            paths[node] = next;
            queue.Enqueue(node);
        }
    }

    /// <summary>A type that is on the path already is not repeated, or a linked list would be as deep as it is long.</summary>
    private static int Step(StackProfile profile, int path, Frame type)
    {
        for (int earlier = path; earlier != StackProfile.Empty; earlier = profile.Caller(earlier))
        {
            if (profile.Top(earlier) == type)
                return earlier;
        }

        return profile.Push(path, type);
    }

    private IEnumerable<(ulong Address, int Rank, string Name)> Roots() =>
        _statics.Select(root => (root.Address, 0, $"[static {root.Field}]")).Concat(_roots.OrderBy(root => root.Rank));

    private void AddNodes(GCBulkNodeTraceData nodes)
    {
        for (int i = 0; i < nodes.Count; i++)
        {
            GCBulkNodeValues node = nodes.Values(i);
            _addresses.Add(node.Address);
            _sizes.Add(node.Size);
            _types.Add(node.TypeID);
            _edgeCounts.Add((int)node.EdgeCount);
        }
    }

    private void AddEdges(GCBulkEdgeTraceData edges)
    {
        for (int i = 0; i < edges.Count; i++)
            _targets.Add(edges.Values(i).Target);
    }

    private void AddRoots(GCBulkRootEdgeTraceData roots)
    {
        for (int i = 0; i < roots.Count; i++)
        {
            GCBulkRootEdgeValues root = roots.Values(i);
            if (root.RootedNodeAddress == 0 || root.GCRootFlag.HasFlag(GCRootFlags.WeakRef))
                continue;

            (int rank, string name) = root.GCRootKind switch
            {
                GCRootKind.Stack => (1, "[local variable]"),
                GCRootKind.Handle => (2, root.GCRootFlag.HasFlag(GCRootFlags.Pinning) ? "[pinned handle]" : "[handle]"),
                GCRootKind.Finalizer => (3, "[finalizer queue]"),
                _ => (4, "[other root]"),
            };
            _roots.Add((root.RootedNodeAddress, rank, name));
        }
    }

    private void AddStatics(GCBulkRootStaticVarTraceData variables)
    {
        for (int i = 0; i < variables.Count; i++)
        {
            GCBulkRootStaticVarValues variable = variables.Values(i);
            if (variable.ObjectID != 0)
                _statics.Add((variable.ObjectID, variable.FieldName));
        }
    }

    private void AddDependents(GCBulkRootConditionalWeakTableElementEdgeTraceData pairs)
    {
        for (int i = 0; i < pairs.Count; i++)
        {
            GCBulkRootConditionalWeakTableElementEdgeValues pair = pairs.Values(i);
            _dependents.Add((pair.GCKeyNodeID, pair.GCValueNodeID));
        }
    }
}
