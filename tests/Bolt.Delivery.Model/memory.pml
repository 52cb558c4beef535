/*
 * Memory, as stores reach it. Each thread has a store buffer: its stores wait there, seen by itself alone, until they are drained.
 * When, nobody knows.
 *
 * On x86 (TSO) a buffer is drained in order, so that every store is a release. To give "no release" a meaning, buffers here are
 * weaker, as C#'s memory model and ARM64 are for stores (PSO with release stores):
 *   - a plain store may be drained before older ones, unless they go to the same place;
 *   - a release store is drained only when everything older is. Younger plain stores may still overtake it.
 * What holds here holds on x86. Loads take effect in program order.
 *
 * The including file defines THREADS; PLACES, at most 128; and DEPTH, at most 6: how many stores a buffer holds. One more fails the
 * check, so that DEPTH limits no behaviour.
 */

/* Properties are variables, so that pan names the one violated. Hidden: no part of the state. */
#define MUST(property, condition) property = (condition); assert(property)

#define RELEASE 128
#define PLACE_OF(thread, index) (buffer[thread].place[index] & 127)

typedef StoreBuffer {
    byte length;
    byte place[DEPTH];
    byte value[DEPTH]
}

byte memory[PLACES];
StoreBuffer buffer[THREADS];

hidden byte buffer_is_deep_enough;
hidden byte b;

/* Nobody else sees a store before it is drained: several stores in a row may be one step, without loss. */
inline put(thread, where, what)
{
    MUST(buffer_is_deep_enough, buffer[thread].length < DEPTH);
    buffer[thread].place[buffer[thread].length] = where;
    buffer[thread].value[buffer[thread].length] = what;
    buffer[thread].length++
}

inline store(thread, where, what) { put(thread, where, what) }

/* Volatile.Write; a store to a volatile field. */
inline store_release(thread, where, what) { put(thread, RELEASE + (where), what) }

/* A thread sees its own last store, drained or not. */
inline load(thread, where, into)
{
    into = memory[where];
    b = 0;
    do
    :: b < buffer[thread].length ->
        if
        :: PLACE_OF(thread, b) == where -> into = buffer[thread].value[b]
        :: else
        fi;
        b++
    :: else -> break
    od;
    b = 0
}

/* Interlocked operations, locks and MemoryBarrier wait for this. */
#define FENCED(thread) (buffer[thread].length == 0)

#define DIFFERS(index, older) (index <= older || PLACE_OF(_pid, index) != PLACE_OF(_pid, older))
#if DEPTH == 3
#define GOES_ELSEWHERE(index) (DIFFERS(index, 0) && DIFFERS(index, 1))
#elif DEPTH == 4
#define GOES_ELSEWHERE(index) (DIFFERS(index, 0) && DIFFERS(index, 1) && DIFFERS(index, 2))
#elif DEPTH == 5
#define GOES_ELSEWHERE(index) (DIFFERS(index, 0) && DIFFERS(index, 1) && DIFFERS(index, 2) && DIFFERS(index, 3))
#elif DEPTH == 6
#define GOES_ELSEWHERE(index) (DIFFERS(index, 0) && DIFFERS(index, 1) && DIFFERS(index, 2) && DIFFERS(index, 3) && DIFFERS(index, 4))
#endif
#define MAY_BE_DRAINED(index) (index == 0 || (buffer[_pid].place[index] < RELEASE && GOES_ELSEWHERE(index)))

/* The first processes of all, so that a process's number is its thread's. */
active [THREADS] proctype Buffer()
{
    byte index;

end_empty:
    do
    :: atomic {
        buffer[_pid].length > 0;
        do
        :: index + 1 < buffer[_pid].length -> index++
        :: break
        od;
        if
        :: MAY_BE_DRAINED(index) ->
            memory[PLACE_OF(_pid, index)] = buffer[_pid].value[index];
            do
            :: index + 1 < buffer[_pid].length ->
                buffer[_pid].place[index] = buffer[_pid].place[index + 1];
                buffer[_pid].value[index] = buffer[_pid].value[index + 1];
                index++
            :: else -> break
            od;
            buffer[_pid].length--;
            buffer[_pid].place[index] = 0;
            buffer[_pid].value[index] = 0
        :: else
        fi;
        index = 0
       }
    od
}
