using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Bolt.Runtime;

/// <summary>
/// A growing buffer in which one thread encodes values whose width is not bounded by their type (collections, nested objects,
/// user types, formatted text, exceptions) before the record that they belong to is reserved. Infrastructure for generated code.
/// </summary>
/// <remarks>
/// Not thread-safe, and not to be used again from user code that it calls (a formatter that logs): each record being written needs a
/// buffer of its own. No member throws, short of the process being out of memory; a value that cannot be encoded becomes <c>null</c>,
/// counted and reported. The memory is native; the finalizer frees it when nobody else does.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
[ZeroAlloc]
public sealed unsafe partial class ValueBuffer
{
    /// <summary>Bytes that stay allocated between records.</summary>
    internal const int KeptCapacity = 128 << 10;

    private const int InitialCapacity = 1 << 10;

    private byte* _start;
    private int _position;
    private int _capacity;

    internal ValueBuffer()
    {
    }

    /// <summary>Frees the native memory of a buffer that was not <see cref="Free">freed</see>.</summary>
    ~ValueBuffer() => Free();

    /// <summary>Where the next byte goes. Positions stay valid until the record is committed.</summary>
    public int Position => _position;

    /// <summary>Whether the record has left anything here that <see cref="Reset"/> must clear.</summary>
    internal bool IsUsed => _position != 0 || Truncated;

    /// <summary>Bytes allocated at present.</summary>
    internal int Capacity => _capacity;

    /// <summary>The bytes at [start, end).</summary>
    internal ReadOnlySpan<byte> this[int start, int end] => new(_start + start, end - start);

    /// <summary>Room for <paramref name="width"/> bytes at <see cref="Position"/>; to be followed by <see cref="Advance"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref byte Reserve(int width)
    {
        if (_capacity - _position < width)
        {
            Grow(width);
        }

        return ref Unsafe.AsRef<byte>(_start + _position);
    }

    /// <summary>Moves <see cref="Position"/> to <paramref name="p"/>, a place inside the last <see cref="Reserve"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Advance(ref byte p) => _position = (int)((byte*)Unsafe.AsPointer(ref p) - _start);

    /// <summary>Appends constant bytes.</summary>
    public void Literal(ReadOnlySpan<byte> utf8) => Advance(ref Utf8Json.Literal(ref Reserve(utf8.Length), utf8));

    /// <summary>The place of a position: valid until the buffer grows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ref byte At(int position) => ref Unsafe.AsRef<byte>(_start + position);

    /// <summary>Takes over what another buffer holds, at the same positions; this one must be empty.</summary>
    internal void CopyFrom(ValueBuffer other)
    {
        Literal(other[0, other.Position]);
        Truncated = other.Truncated;
    }

    /// <summary>Makes the buffer ready for the next record: empty, no container open, at most <see cref="KeptCapacity"/> bytes kept.</summary>
    internal void Reset()
    {
        _position = 0;
        _depth = 0;
        _limitReported = false;
        Truncated = false;
        if (_capacity > KeptCapacity)
        {
            Free();
        }

        if (_scratch.Length > KeptCapacity)
        {
            _scratch.Free();
        }

        if (_redacted.Length > KeptCapacity)
        {
            _redacted.Free();
        }
    }

    /// <summary>Gives the native memory back. The buffer stays usable and allocates again when it is next written to.</summary>
    internal void Free()
    {
        NativeMemory.Free(_start);
        _start = null;
        _position = 0;
        _capacity = 0;
        _scratch.Free();
        _redacted.Free();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow(int width)
    {
        long capacity = Math.Max(_capacity, InitialCapacity);
        while (capacity < (long)_position + width)
        {
            capacity *= 2;
        }

        capacity = Math.Min(capacity, Array.MaxLength);
        if (capacity < (long)_position + width)
        {
            throw new InsufficientMemoryException("The values of one record need more than 2 GiB.");
        }

        _start = (byte*)NativeMemory.Realloc(_start, (nuint)capacity);
        _capacity = (int)capacity;
    }

    /// <summary>A further block of native memory, for text on its way from a formatter or redactor to its place.</summary>
    private struct ScratchMemory
    {
        private byte* _start;

        public int Length { get; private set; }

        public readonly Span<byte> Bytes => new(_start, Length);

        public readonly Span<char> Chars => new(_start, Length / sizeof(char));

        /// <summary>Makes room; what was there is lost.</summary>
        public void Ensure(int length)
        {
            if (Length < length)
            {
                Free();
                _start = (byte*)NativeMemory.Alloc((nuint)length);
                Length = length;
            }
        }

        public void Free()
        {
            NativeMemory.Free(_start);
            _start = null;
            Length = 0;
        }
    }
}
