using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Microsoft.Extensions.Logging;

namespace Bolt.Runtime;

/// <summary>What one thread has logged, as counts that only it raises and anybody reads: nothing is shared while a record is written.</summary>
[ZeroAlloc]
internal struct LaneCounts
{
    internal const int LevelCount = 6;
    internal const int FieldTypeCount = 3;

    private LevelWords _levels;
    private Vector256<long> _fields;

    /// <summary>Counts a record.</summary>
    /// <param name="level">Its level.</param>
    /// <param name="fields">Its fields: strings, numbers, others.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Add(LogLevel level, in Vector256<long> fields)
    {
        _levels[(int)level & 7]++;
        _fields += fields;
    }

    /// <summary>Adds another's counts, for those of threads that have ended.</summary>
    internal void Add(in LaneCounts other)
    {
        for (int i = 0; i < 8; i++)
            _levels[i] += other._levels[i];

        _fields += other._fields;
    }

    /// <summary>Records of a level.</summary>
    internal readonly long Level(int level) => Volatile.Read(in _levels[level]);

    /// <summary>Fields of a type.</summary>
    internal readonly long Fields(int type) => Volatile.Read(in Unsafe.Add(ref Unsafe.As<Vector256<long>, long>(ref Unsafe.AsRef(in _fields)), type));

    /// <summary>A count for each level, and two that keep a number that is no level inside.</summary>
    [InlineArray(8)]
    private struct LevelWords
    {
        private long _first;
    }
}
