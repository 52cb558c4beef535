using System.Runtime.InteropServices;

namespace Bolt.Runtime;

/// <summary>
/// A block of native memory that one thread appends whole records to: the records grow from its start, an index entry for each
/// from its end. What is in it becomes visible to the flusher by the publication counter of the <see cref="Lane"/>.
/// </summary>
/// <remarks>
/// Whoever holds a reference keeps the memory: the finalizer frees it when nobody does, so that a segment still being read by a
/// blocked sink, or written by a thread whose factory was disposed, is never pulled away under it.
/// </remarks>
[ZeroAlloc]
internal sealed unsafe class Segment
{
    internal const int MinimumSize = 4 * 1024;
    internal const int MaximumSize = 64 * 1024;
    internal const int EntrySize = 16;

    private int _capacity;

    /// <summary>A segment without memory, which <see cref="Rewind"/> gives it.</summary>
    internal Segment()
    {
    }

    internal Segment(int capacity)
    {
        Data = (byte*)NativeMemory.Alloc((nuint)capacity);
        _capacity = capacity;
    }

    ~Segment() => Free();

    internal byte* Data { get; private set; }

    internal int Capacity => _capacity;

    /// <summary>The ordinal, in its lane, of the first record here.</summary>
    internal long FirstOrdinal;

    /// <summary>The number of records here; set when the segment is sealed, before <see cref="Next"/>.</summary>
    internal int SealedCount;

    /// <summary>The segment after this one; set last, by the owning thread, when this one is sealed.</summary>
    internal volatile Segment? Next;

    /// <summary>Whether a sink that is blocked in a write still reads this memory: then it is left to the finalizer.</summary>
    internal volatile bool IsHeldBySink;

    /// <summary>One record's place in the index: when it was begun and where it ends.</summary>
    internal struct Entry
    {
        internal long Reading;
        internal int End;
    }

    internal Entry* EntryAt(int index) => (Entry*)(Data + _capacity - ((index + 1) * EntrySize));

    internal int StartOf(int index) => index == 0 ? 0 : EntryAt(index - 1)->End;

    /// <summary>Frees the memory now. Only for a segment that nobody reads or writes any more.</summary>
    internal void Free()
    {
        byte* data = Data;
        Data = null;
        NativeMemory.Free(data);
    }

    /// <summary>Readies a segment from the store for its next lane.</summary>
    /// <param name="capacity">Its size, which only a segment without memory may change.</param>
    internal void Rewind(int capacity)
    {
        if (Data is null)
        {
            Data = (byte*)NativeMemory.Alloc((nuint)capacity);
            _capacity = capacity;
        }

        FirstOrdinal = 0;
        SealedCount = 0;
        Next = null;
    }
}
