using Microsoft.Diagnostics.Tracing;
using Microsoft.Diagnostics.Tracing.Parsers.Clr;

namespace Bolt.Diagnostics.Profiles.Symbols;

/// <summary>
/// Which method and line an address in memory belongs to, from the list of methods at the end of a trace. One list serves traces
/// recorded before it too: compiled code stays where it is.
/// </summary>
internal sealed class CodeMap : IDisposable
{
    private readonly List<Method> _methods = [];
    private readonly Dictionary<(ulong Address, bool IsReturn), Frame?> _byAddress = [];
    private readonly Dictionary<(Method Method, int Line), Frame> _frames = [];
    private readonly SourceLines _lines = new();

    private CodeMap()
    {
    }

    /// <summary>Reads the list of methods of a trace.</summary>
    public static CodeMap Read(string path)
    {
        var map = new CodeMap();
        var modules = new Dictionary<long, string>();
        var offsets = new Dictionary<(long, long), (int Native, int IL)[]>();
        using var source = new EventPipeEventSource(path);
        var rundown = new ClrRundownTraceEventParser(source);
        rundown.LoaderModuleDCStop += module => modules[module.ModuleID] = module.ModuleILPath;
        rundown.MethodDCStopVerbose += method => map._methods.Add(new Method(
            method.MethodStartAddress, (uint)method.MethodSize, method.MethodID, method.ReJITID, method.ModuleID, method.MethodToken,
            method.MethodNamespace, method.MethodName, method.MethodSignature));
        rundown.MethodILToNativeMapDCStop += code => offsets[(code.MethodID, code.ReJITID)] = OffsetsOf(code);
        source.Process();

        map._methods.Sort((left, right) => left.Start.CompareTo(right.Start));
        foreach (Method method in map._methods)
        {
            method.Module = modules.GetValueOrDefault(method.ModuleId);
            method.Offsets = offsets.GetValueOrDefault((method.Id, method.ReJitId));
        }

        return map;
    }

    /// <summary>Gives the frame of an address; null for code that is not managed.</summary>
    /// <param name="address">An address in compiled code.</param>
    /// <param name="isReturn">Whether it is where a call returns to, which may already be the next statement.</param>
    public Frame? Find(ulong address, bool isReturn)
    {
        if (!_byAddress.TryGetValue((address, isReturn), out Frame? frame))
            _byAddress.Add((address, isReturn), frame = Resolve(isReturn ? address - 1 : address));
        return frame;
    }

    public void Dispose() => _lines.Dispose();

    private Frame? Resolve(ulong address)
    {
        int low = 0;
        int high = _methods.Count - 1;
        while (low <= high)
        {
            int middle = (low + high) >>> 1;
            if (_methods[middle].Start <= address)
                low = middle + 1;
            else
                high = middle - 1;
        }

        return high >= 0 && address - _methods[high].Start < _methods[high].Size ? FrameOf(_methods[high], address) : null;
    }

    private Frame FrameOf(Method method, ulong address)
    {
        SourceLines.SourceLine? line = method.Module is { Length: > 0 } module && method.Offsets is { Length: > 0 } offsets
            ? _lines.Find(module, method.Token, ILOffset(offsets, (int)(address - method.Start)))
            : null;
        if (!_frames.TryGetValue((method, line?.Line ?? 0), out Frame? frame))
        {
            string name = MethodName.Of(method.Type, method.Name);
            frame = new Frame(name)
            {
                SystemName = $"{method.Type}.{method.Name}{method.Signature}",
                Module = method.Module,
                File = line?.File,
                Line = line?.Line ?? 0,
                StartLine = line?.StartLine ?? 0,
            };
            _frames.Add((method, frame.Line), frame);
        }

        return frame;
    }

    private static int ILOffset((int Native, int IL)[] offsets, int native)
    {
        int found = 0;
        foreach ((int start, int il) in offsets)
        {
            if (start > native)
                break;
            if (il >= 0)
                found = il;
        }

        return found;
    }

    private static (int Native, int IL)[] OffsetsOf(MethodILToNativeMapTraceData code)
    {
        var offsets = new (int Native, int IL)[code.CountOfMapEntries];
        for (int i = 0; i < offsets.Length; i++)
            offsets[i] = (code.NativeOffset(i), code.ILOffset(i));
        Array.Sort(offsets);
        return offsets;
    }

    private sealed class Method(
        ulong start, uint size, long id, long reJitId, long moduleId, int token, string type, string name, string signature)
    {
        public ulong Start => start;

        public uint Size => size;

        public long Id => id;

        public long ReJitId => reJitId;

        public long ModuleId => moduleId;

        public int Token => token;

        public string Type => type;

        public string Name => name;

        public string Signature => signature;

        public string? Module { get; set; }

        public (int Native, int IL)[]? Offsets { get; set; }
    }
}
