/*
 * The concurrent core of Bolt's background delivery: lanes and their segments, the pass, the flusher's sleep, drains, disposal.
 * ./check runs it; README.md says what is checked and what is not.
 *
 * One of the configurations below is to be defined. Each searches one corner to its end, for all of them at once are too many states.
 * In each, a thread registers its lane late, with its first record, and the flusher may begin a pass at any time.
 *
 *   RECORDS_OF(p)    records that producer p writes; RECORDS is the most of these
 *   LIMIT_OF(p)      records that p writes into a segment; SLOTS is the most of these
 *   SEGMENTS         segments that can be made; to need one more fails the check
 *   CLOCK_LAST       the clock stands or rises, from 1 up to this. Without it, a pass finds all records young or all old
 *   MAY_BEGIN_FIRST  a thread may read the clock for its first record before it has a lane, or only once it has room
 *   STEPS_BACK       each record is young or old by itself, whatever came before it
 *   WHOLE_RECORDS    a record's entry and text are one place in memory; for where their order is not in question
 *   STEP_BY_STEP     others may come between the steps with which a pass writes and recycles
 *   DEPTH            stores that wait in a buffer
 */
#if defined(ORDER)
/* Two producers with two records each, and hand-over either way. One changes its segment. */
#define RECORDS 2
#define RECORDS_OF(p) 2
#define LIMIT_OF(p) ((p) == 0 -> 1 : 2)
#define SLOTS 2
#define SEGMENTS 3
#define CHANGES_SEGMENTS
#define CLOCK_LAST 3
#define MAY_BEGIN_FIRST
#define WHOLE_RECORDS
#define DEPTH 4

#elif defined(BACK)
/* Three records in one segment, and two of another producer. The clock steps back: each reading is young or old, as may be. */
#define RECORDS 3
#define RECORDS_OF(p) ((p) == 0 -> 3 : 2)
#define LIMIT_OF(p) 3
#define SLOTS 3
#define SEGMENTS 2
#define STEPS_BACK
#define WHOLE_RECORDS
#define DEPTH 6

#elif defined(RECYCLE)
/* Three records and two, one to a segment. A producer may get a segment that the other has filled. */
#define RECORDS 3
#define RECORDS_OF(p) ((p) == 0 -> 3 : 2)
#define LIMIT_OF(p) 1
#define SLOTS 1
#define SEGMENTS 5
#define CHANGES_SEGMENTS
#define STEP_BY_STEP
#define DEPTH 3

#elif defined(DEATH)
/* One record and three, one to a segment. Both threads end, and their lanes are retired. */
#define RECORDS 3
#define RECORDS_OF(p) ((p) == 0 -> 1 : 3)
#define LIMIT_OF(p) 1
#define SLOTS 1
#define SEGMENTS 4
#define CHANGES_SEGMENTS
#define ENDS
#define STEP_BY_STEP
#define DEPTH 4

#elif defined(SLEEP)
/* Two producers with two records each. After any pass the flusher may fall asleep; any record may be an error, which wakes it. */
#define RECORDS 2
#define RECORDS_OF(p) 2
#define LIMIT_OF(p) 2
#define SLOTS 2
#define SEGMENTS 2
#define SLEEPS
#define WHOLE_RECORDS
#define DEPTH 5

#elif defined(WAKE)
/* One producer with two records, a flusher that sleeps, and a thread that drains, by itself or by way of the flusher. */
#define PRODUCERS 1
#define RECORDS 2
#define RECORDS_OF(p) 2
#define LIMIT_OF(p) 2
#define SLOTS 2
#define SEGMENTS 1
#define DRAINERS 1
#define CALLERS_DELIVER
#define SLEEPS
#define STEP_BY_STEP
#define WHOLE_RECORDS
#define DEPTH 5

#elif defined(DRAIN)
/* Two producers with a record each, and hand-over either way. Two threads drain, by way of the flusher. */
#define RECORDS 1
#define RECORDS_OF(p) 1
#define LIMIT_OF(p) 1
#define SLOTS 1
#define SEGMENTS 2
#define CLOCK_LAST 3
#define DRAINERS 2
#define DEPTH 3

#elif defined(CALLERS)
/* Two producers with a record each, and hand-over either way. A thread drains by itself, or delivers as one that has filled a segment. */
#define RECORDS 1
#define RECORDS_OF(p) 1
#define LIMIT_OF(p) 1
#define SLOTS 1
#define SEGMENTS 2
#define CLOCK_LAST 3
#define DRAINERS 1
#define CALLERS_DELIVER
#define STEP_BY_STEP
#define WHOLE_RECORDS
#define DEPTH 3

#elif defined(CLOSE)
/* Two producers with a record each, which end; a thread that disposes of the factory, at any time, while the flusher goes on. */
#define RECORDS 1
#define RECORDS_OF(p) 1
#define LIMIT_OF(p) 1
#define SLOTS 1
#define SEGMENTS 2
#define ENDS
#define CLOSES
#define CALLERS_DELIVER
#define STEP_BY_STEP
#define WHOLE_RECORDS
#define DEPTH 5

#elif defined(EXIT)
/* Two producers with a record each, a flusher that sleeps, and the process's end, at any time. */
#define RECORDS 1
#define RECORDS_OF(p) 1
#define LIMIT_OF(p) 1
#define SLOTS 1
#define SEGMENTS 2
#define SLEEPS
#define EXITS
#define WHOLE_RECORDS
#define DEPTH 3
#endif

#ifndef PRODUCERS
#define PRODUCERS 2
#endif
#define OTHER(p) (1 - (p))

#ifndef DRAINERS
#define DRAINERS 0
#endif
#if DRAINERS > 0 || defined(CLOSES)
#define DRAINS
#endif

/* Threads: the producers from 0, then these. */
#define FLUSHER PRODUCERS
#define DRAINER (PRODUCERS + 1)
#if defined(CLOSES) || defined(EXITS)
#define ENDER (PRODUCERS + 1)
#define THREADS (PRODUCERS + 2)
#else
#define THREADS (PRODUCERS + 1 + DRAINERS)
#endif

#ifdef STEP_BY_STEP
#define AT_ONCE
#else
#define AT_ONCE atomic
#endif

/*
 * Places in memory: what one thread writes and another reads without a lock. What a lock or the delivery's turn guards is in plain
 * variables, because these order it; so is what is only ever changed by interlocked operations.
 */
#define PUBLISHED(p) (p)
#define ENDED(p) (PRODUCERS + (p))
#define OPEN(p) (2 * PRODUCERS + (p))
#define SLEEPING (3 * PRODUCERS)
#define CLOSED (3 * PRODUCERS + 1)
#define EXITING (3 * PRODUCERS + 2)
#define OF_SEGMENT(s) (3 * PRODUCERS + 3 + (s) * (3 + WIDTH * SLOTS))
#define FIRST(s) OF_SEGMENT(s)
#define SEALED(s) (OF_SEGMENT(s) + 1)
#define NEXT(s) (OF_SEGMENT(s) + 2)
#define ENTRY(s, slot) (OF_SEGMENT(s) + 3 + WIDTH * (slot))
#define TEXT(s, slot) (ENTRY(s, slot) + 1)
#define PLACES OF_SEGMENT(SEGMENTS)

/* A record: the clock's reading in its entry, and for its text a name. */
#ifdef WHOLE_RECORDS
#define WIDTH 1
#define READING_AT(s, slot) (memory[ENTRY(s, slot)] % 4)
#define NAME_AT(s, slot) (memory[ENTRY(s, slot)] / 4)
#else
#define WIDTH 2
#define READING_AT(s, slot) memory[ENTRY(s, slot)]
#define NAME_AT(s, slot) memory[TEXT(s, slot)]
#endif

#include "memory.pml"

/* The properties. */
hidden byte record_is_visible, each_once_and_in_order, one_published_before_comes_first, held_back_for_one_pass_at_most;
hidden byte segment_is_the_lanes, owner_has_left, retired_lane_is_empty, drain_takes_all_before_it, nothing_is_left;
hidden byte one_pass_at_a_time, lane_is_retired_once, each_is_told_of_exit, there_are_segments_enough;

#define NOBODY 255

#ifdef CLOCK_LAST
byte clock = 1;
#endif

/* SegmentStore: a stack of free segments. Those made for lanes that begin are numbered like these; then come the others. */
byte free_segments[SEGMENTS];
byte free_count;
byte made = PRODUCERS;

/* LogPipeline._lanes */
byte lanes[PRODUCERS];
byte lane_count;

/* Flusher._signalled, Flusher._wake */
bool signalled;
bool wake;

/* SinkDelivery._drainsAsked, _drainsDone; DeliveryTurn._state */
byte asked;
byte done;
bool turn_is_held;

/* Lane: the delivery's own, guarded by the turn. */
byte head[PRODUCERS];
byte taken[PRODUCERS];
byte seen[PRODUCERS];

/* Lane's and MergePass's own that do not outlive a pass. */
#define PASS_LOCALS \
    byte eligible[PRODUCERS]; \
    byte bound[PRODUCERS]; \
    bool dead[PRODUCERS]; \
    bool due[PRODUCERS]; \
    byte pass_lanes[PRODUCERS]; \
    byte pass_lane_count, now, due_count, at; \
    bool in_place

/* Not in the code: what the properties are about. */
#define NAME(p, ordinal) ((p) * RECORDS + (ordinal) + 1)
byte owner[SEGMENTS];
byte writes_into[PRODUCERS] = NOBODY;
byte delivered[PRODUCERS];
byte reading[PRODUCERS * RECORDS + 1];
#ifdef CLOCK_LAST
byte published_before[PRODUCERS * RECORDS + 1];
#endif
#ifdef CALLERS_DELIVER
byte passes;
#endif
#ifdef EXITS
bool exit_has_begun;
#endif
#ifdef CLOSES
byte committed[PRODUCERS];
bool is_closed;
#define EXPECTED(p) committed[p]
#else
#define EXPECTED(p) RECORDS_OF(p)
#endif
#if PRODUCERS > 1
#define ALL_IS_DELIVERED (delivered[0] == EXPECTED(0) && delivered[1] == EXPECTED(1))
#else
#define ALL_IS_DELIVERED (delivered[0] == EXPECTED(0))
#endif

/* For use within a step. */
hidden byte i, j, k, s, slot, name, first, end, last, oldest, least;

#define ALL_OTHERS (1 + (PRODUCERS > 1 -> 2 : 0) + (THREADS > PRODUCERS + 1 -> 4 : 0))

/* Interlocked.MemoryBarrierProcessWide: the buffer of each other thread is empty at one time or another before it returns. */
inline barrier_process_wide(me, fenced)
{
    FENCED(me);
#ifndef MUTANT_BARRIER_OF_ONE_THREAD
    do
    :: d_step { !(fenced & 1) && FENCED(0) -> fenced = fenced | 1 }
#if THREADS > 2 && PRODUCERS > 1
    :: d_step { !(fenced & 2) && FENCED(1) -> fenced = fenced | 2 }
#endif
#if THREADS - PRODUCERS > 1
    :: d_step { !(fenced & 4) && FENCED(FLUSHER + (me == FLUSHER -> 1 : 0)) -> fenced = fenced | 4 }
#endif
    :: fenced == ALL_OTHERS -> break
    od;
    fenced = 0
#endif
}

/* ---- SegmentStore ---- */

/* Take: its lock is a fence, and guards Segment.Rewind too. */
inline rewind(p, segment)
{
    memory[FIRST(segment)] = 0;
    memory[SEALED(segment)] = 0;
    memory[NEXT(segment)] = 0;
    owner[segment] = p
}

inline pop(into)
{
    free_count--;
    into = free_segments[free_count];
    free_segments[free_count] = 0
}

/* Return */
inline give_back(p, segment)
{
    MUST(segment_is_the_lanes, owner[segment] == p);
#ifndef CLOSES
    /* In a factory disposed of, the owner may stay: it writes no more, as is checked where it would. */
    MUST(owner_has_left, writes_into[p] != segment);
#endif
    i = 0;
    do
    :: i < THREADS ->
        j = 0;
        do
        :: j < buffer[i].length ->
            MUST(owner_has_left, PLACE_OF(i, j) < OF_SEGMENT(segment) || PLACE_OF(i, j) >= OF_SEGMENT(segment + 1));
            j++
        :: else -> break
        od;
        i++
    :: else -> break
    od;
    i = 0;
    do
    :: i < SLOTS ->
        /* Nothing clears them in the code. Here, whoever still reads them is found out. */
        memory[ENTRY(segment, i)] = 0;
#ifndef WHOLE_RECORDS
        memory[TEXT(segment, i)] = 0;
#endif
        i++
    :: else -> break
    od;
    owner[segment] = NOBODY;
    free_segments[free_count] = segment;
    free_count++
}

/* ---- A thread that logs ---- */

/* RecordClock.Now. That the clock may rise just before it is read is enough for every order of readings. */
#ifdef CLOCK_LAST
inline read_clock_into(into)
{
    if
    :: clock < CLOCK_LAST -> clock++
    :: skip
    fi;
    into = clock
}

/* EventWriter: its reading of the clock. Hand-over is by the other's count itself: who learns of a record otherwise, learns no earlier. */
inline begin(me, ordinal)
{
    published_before[NAME(me, ordinal)] = memory[PUBLISHED(OTHER(me))];
    read_clock_into(reading[NAME(me, ordinal)])
}
#endif

#ifdef SLEEPS

#define ASLEEP 1
#define ENDING 2

/* Flusher.StayAwake */
inline stay_awake(me)
{
#ifndef EXITS
    d_step { store_release(me, SLEEPING, 0) }
#elif defined(MUTANT_EXIT_IS_FORGOTTEN)
    if
    :: memory[EXITING] -> skip
    :: else -> d_step { store_release(me, SLEEPING, 0) }
    fi
#else
    /* Interlocked: from asleep to awake, and from nothing else. */
    d_step {
        FENCED(me) ->
        if
        :: memory[SLEEPING] == ASLEEP -> memory[SLEEPING] = 0
        :: else
        fi
    }
#endif
}

/* Flusher.WakeUp */
inline wake_up(me, is_first)
{
#ifndef MUTANT_AWAKE_AFTER_SIGNAL
    stay_awake(me);
#endif
    d_step { FENCED(me) -> is_first = !signalled; signalled = true };
    if
    :: d_step { is_first -> is_first = false; wake = true }
    :: !is_first
    fi;
#ifdef MUTANT_AWAKE_AFTER_SIGNAL
    stay_awake(me)
#endif
}

#endif

active [PRODUCERS] proctype Producer()
{
    byte me = _pid - THREADS;
    byte segment, next, count, ordinal;
#ifdef MAY_BEGIN_FIRST
    bool has_begun;
#endif
#ifdef MUTANT_CAPACITY_READ_AFTER_NEXT
    byte left;
#endif
#ifdef SLEEPS
    bool is_first;
#endif
#ifdef EXITS
    bool after_exit;
#endif
#ifdef MUTANT_FLAG_READ_BEFORE_PUBLISH
    bool slept;
#endif

#ifdef CLOSES
    if
    :: memory[CLOSED] -> goto gone
    :: else
    fi;
#endif
#ifdef MAY_BEGIN_FIRST
    if
    :: atomic { begin(me, ordinal); has_begun = true }
    :: skip
    fi;
#endif
    /* ThreadLanes.Find: new Lane, which takes its first segment; LogPipeline.Register. */
    d_step {
        if
#ifdef CHANGES_SEGMENTS
        :: free_count > 0 -> pop(segment)
#endif
        :: else -> segment = me
        fi;
        rewind(me, segment);
        head[me] = segment;
        writes_into[me] = segment;
#ifdef MUTANT_REGISTERED_WITHOUT_A_LOCK
        count = lane_count
    };
    d_step {
        lanes[count] = me;
        lane_count = count + 1;
        count = 0
    };
#else
        lanes[lane_count] = me;
        lane_count++
    };
#endif
    do
    :: ordinal < RECORDS_OF(me) ->
#ifdef CLOSES
        /* ThreadLanes.Open */
        d_step { store(me, OPEN(me), 1) };
        if
        :: memory[CLOSED] ->
            d_step { store(me, OPEN(me), 0) };
            break
        :: else
        fi;
#endif
#ifdef EXITS
        after_exit = exit_has_begun;
#endif
#ifdef CHANGES_SEGMENTS
        /* Lane.Room, Lane.MakeRoom */
        if
        :: d_step {
            count == LIMIT_OF(me) && FENCED(me) ->
            if
#ifndef ORDER
            /* In ORDER none can be free yet. */
            :: free_count > 0 -> pop(next)
#endif
            :: else ->
                MUST(there_are_segments_enough, made < SEGMENTS);
                next = made;
                made++
            fi;
            rewind(me, next);
            store(me, FIRST(next), ordinal);
            store(me, SEALED(segment), count);
#ifdef MUTANT_NEXT_WITHOUT_RELEASE
            store(me, NEXT(segment), next + 1);
#else
            store_release(me, NEXT(segment), next + 1);
#endif
#ifdef MUTANT_CAPACITY_READ_AFTER_NEXT
            left = segment;
#endif
            segment = next;
            writes_into[me] = next;
            next = 0;
            count = 0
           };
#ifdef MUTANT_CAPACITY_READ_AFTER_NEXT
           d_step { MUST(segment_is_the_lanes, owner[left] == me || owner[left] == NOBODY) };
#endif
           /* LogPipeline.SegmentFilled is interlocked. */
           FENCED(me)
        :: count < LIMIT_OF(me)
        fi;
#endif
#ifdef MUTANT_FLAG_READ_BEFORE_PUBLISH
        slept = memory[SLEEPING];
#endif
        /* EventWriter.Begin, Lane.Publish. One step, because all that follows the reading of the clock are stores. */
        atomic {
#ifdef CLOCK_LAST
#ifdef MAY_BEGIN_FIRST
            if
            :: has_begun -> has_begun = false
            :: else -> begin(me, ordinal)
            fi;
#else
            begin(me, ordinal);
#endif
#else
            reading[NAME(me, ordinal)] = 1;
#ifdef STEPS_BACK
            if
            :: reading[NAME(me, ordinal)] = 2
            :: skip
            fi;
#endif
#endif
            d_step {
                MUST(segment_is_the_lanes, owner[segment] == me);
#ifdef WHOLE_RECORDS
                store(me, ENTRY(segment, count), reading[NAME(me, ordinal)] + 4 * NAME(me, ordinal));
#else
                store(me, ENTRY(segment, count), reading[NAME(me, ordinal)]);
                store(me, TEXT(segment, count), NAME(me, ordinal));
#endif
                load(me, PUBLISHED(me), k);
#ifdef MUTANT_PUBLISHED_WITHOUT_RELEASE
                store(me, PUBLISHED(me), k + 1);
#else
                store_release(me, PUBLISHED(me), k + 1);
#endif
                count++;
                ordinal++;
#ifdef CLOSES
                committed[me]++;
#ifdef MUTANT_OPEN_CLEARED_WITHOUT_RELEASE
                store(me, OPEN(me), 0)
#else
                store_release(me, OPEN(me), 0)
#endif
#endif
            }
        };
#ifdef SLEEPS
        /* EventWriter.Publish: Flusher.IsSleeping, or an error; LogPipeline.AfterPublish. */
#ifdef EXITS
        d_step {
            MUST(each_is_told_of_exit, !after_exit || memory[SLEEPING] != 0);
            after_exit = false
        };
#endif
        if
#ifdef MUTANT_FLAG_READ_BEFORE_PUBLISH
        :: !slept
#else
        :: memory[SLEEPING] == 0
#endif
        :: wake_up(me, is_first)
        fi
#endif
    :: else -> break
    od;
#ifdef CLOSES
gone:
#endif
#ifdef ENDS
    ordinal = 0;
    d_step {
        store_release(me, ENDED(me), 1);
        writes_into[me] = NOBODY;
        segment = 0;
        count = 0
    }
#endif
}

/* ---- MergePass ---- */

/* Lane.RecycleDelivered */
inline recycle_delivered(p)
{
#ifdef CHANGES_SEGMENTS
    do
#ifdef MUTANT_RECYCLED_BEFORE_NEXT
    :: taken[p] > memory[FIRST(head[p])] ->
#else
    :: memory[NEXT(head[p])] != 0 && taken[p] >= memory[FIRST(head[p])] + memory[SEALED(head[p])] ->
#endif
        s = head[p];
        head[p] = memory[NEXT(s)] - 1;
        give_back(p, s)
    :: else -> break
    od
#else
    skip
#endif
}

#ifdef MUTANT_SAME_TICK_IS_DUE
#define IS_OLD(time) ((time) <= now)
#else
#define IS_OLD(time) ((time) < now)
#endif

#ifdef MUTANT_SEEN_IS_NOT_DUE
#define IS_ELIGIBLE(p, ordinal) false
#else
#define IS_ELIGIBLE(p, ordinal) ((ordinal) < eligible[p])
#endif

/* IsDue, HeadEntry */
inline judge(p)
{
    due[p] = false;
    if
    :: taken[p] < bound[p] ->
        recycle_delivered(p);
        slot = taken[p] - memory[FIRST(head[p])];
        MUST(record_is_visible, slot < SLOTS);
        due[p] = IS_ELIGIBLE(p, taken[p]) || IS_OLD(READING_AT(head[p], slot))
    :: else
    fi
}

/* The sinks get a lane's next record. */
inline write(p)
{
    s = head[p];
    slot = taken[p] - memory[FIRST(s)];
    name = NAME(p, delivered[p]);
    MUST(record_is_visible, slot < SLOTS && NAME_AT(s, slot) != 0 && READING_AT(s, slot) == reading[name]);
    MUST(each_once_and_in_order, NAME_AT(s, slot) == name);
#ifdef CLOCK_LAST
    j = delivered[OTHER(p)];
    do
    :: j < published_before[name] ->
        MUST(one_published_before_comes_first, reading[NAME(OTHER(p), j)] == reading[name]);
        j++
    :: else -> break
    od;
    published_before[name] = 0;
#endif
    reading[name] = 0;
#ifndef MUTANT_TAKEN_IS_NOT_RAISED
    taken[p]++;
#endif
    delivered[p]++
}

inline read_clock()
{
#ifdef CLOCK_LAST
    atomic { read_clock_into(now) }
#else
#ifdef STEPS_BACK
    now = 2
#else
    if
    :: now = 1
    :: now = 2
    fi
#endif
#endif
}

inline read_lanes()
{
    d_step {
        pass_lane_count = lane_count;
        i = 0;
        do
        :: i < PRODUCERS ->
            pass_lanes[i] = lanes[i];
            i++
        :: else -> break
        od;
        i = 0
    }
}

inline read_counts()
{
    do
    :: at < pass_lane_count ->
#if defined(ENDS) && !defined(MUTANT_ALIVE_READ_AFTER_COUNT)
        dead[pass_lanes[at]] = memory[ENDED(pass_lanes[at])];
#endif
        d_step {
            i = pass_lanes[at];
            bound[i] = memory[PUBLISHED(i)];
            eligible[i] = seen[i];
            seen[i] = bound[i];
            at++
        };
#if defined(ENDS) && defined(MUTANT_ALIVE_READ_AFTER_COUNT)
        dead[pass_lanes[at - 1]] = memory[ENDED(pass_lanes[at - 1])]
#endif
    :: else -> break
    od;
    at = 0
}

/* A segment's worth of WriteInPlace, or one record of WriteMerged. Which of two equally old ones comes first is nobody's concern. */
inline write_some()
{
    least = 255;
    k = 0;
    do
    :: k < PRODUCERS ->
        if
#ifdef MUTANT_NOT_MERGED
        :: due[k] -> oldest = k
#else
        :: due[k] && READING_AT(head[k], taken[k] - memory[FIRST(head[k])]) < least ->
            oldest = k;
            least = READING_AT(head[k], taken[k] - memory[FIRST(head[k])])
#endif
        :: else
        fi;
        k++
    :: else -> break
    od;
    s = head[oldest];
    first = taken[oldest] - memory[FIRST(s)];
    last = first + 1;
#if SLOTS > 1
    if
    :: in_place ->
        end = bound[oldest] - memory[FIRST(s)];
#if defined(CHANGES_SEGMENTS) && !defined(MUTANT_SEALED_COUNT_IGNORED)
        if
        :: memory[NEXT(s)] != 0 && memory[SEALED(s)] < end -> end = memory[SEALED(s)]
        :: else
        fi;
#endif
        MUST(record_is_visible, end <= SLOTS);
        if
        :: memory[FIRST(s)] + end > eligible[oldest] && !IS_OLD(READING_AT(s, end - 1)) ->
#if SLOTS > 2
            do
            :: IS_ELIGIBLE(oldest, memory[FIRST(s)] + last) || IS_OLD(READING_AT(s, last)) -> last++
            :: else -> break
            od
#else
            skip
#endif
        :: else -> last = end
        fi
    :: else
    fi;
#endif
    do
    :: first < last ->
        write(oldest);
        first++
    :: else -> break
    od;
#if RECORDS > 1
    judge(oldest);
#else
    due[oldest] = false;
#endif
    due_count = due_count - !due[oldest]
}

/* LogPipeline.Retire, Lane.Release */
inline retire(p)
{
    d_step {
        MUST(retired_lane_is_empty, delivered[p] == EXPECTED(p));
        i = 0;
        do
        :: i < lane_count && lanes[i] != p -> i++
        :: else -> break
        od;
        MUST(lane_is_retired_once, i < lane_count);
        lane_count--;
        lanes[i] = lanes[lane_count];
        lanes[lane_count] = 0
    };
    do
#ifdef MUTANT_NEXT_READ_AFTER_RETURN
    :: d_step { head[p] != NOBODY -> give_back(p, head[p]) };
       d_step { head[p] = memory[NEXT(head[p])] - 1 }
#else
    :: d_step {
        head[p] != NOBODY ->
        s = head[p];
        head[p] = memory[NEXT(s)] - 1;
        give_back(p, s)
       }
#endif
    :: head[p] == NOBODY -> break
    od
}

/* MergePass.Run */
inline pass(draining)
{
#if defined(DRAINS) && !defined(MUTANT_DRAIN_WITHOUT_A_LOOK) && !defined(MUTANT_DRAIN_OBEYS_THE_CLOCK)
    if
    :: draining ->
        read_lanes();
        do
        :: at < pass_lane_count ->
            d_step {
                seen[pass_lanes[at]] = memory[PUBLISHED(pass_lanes[at])];
                at++
            }
        :: else -> break
        od;
        at = 0
    :: else
    fi;
#endif
#if defined(MUTANT_COUNTS_READ_BEFORE_CLOCK)
    read_lanes();
    read_counts();
    read_clock();
#elif defined(MUTANT_LANES_READ_BEFORE_CLOCK)
    read_lanes();
    read_clock();
    read_counts();
#else
    read_clock();
    read_lanes();
    read_counts();
#endif
    AT_ONCE {
        d_step {
#ifdef MUTANT_DRAIN_WITHOUT_A_LOOK
            if
            :: draining ->
                now = 255;
                i = 0;
                do
                :: i < PRODUCERS ->
                    eligible[i] = bound[i];
                    i++
                :: else -> break
                od
            :: else
            fi;
#endif
            k = 0;
            do
            :: k < pass_lane_count ->
                judge(pass_lanes[k]);
                due_count = due_count + due[pass_lanes[k]];
                k++
            :: else -> break
            od;
            in_place = due_count == 1
        };
        do
        :: d_step { due_count > 0 -> write_some() }
        :: due_count == 0 -> break
        od;
        do
        :: at < pass_lane_count ->
            d_step {
                k = pass_lanes[at];
                recycle_delivered(k);
                MUST(held_back_for_one_pass_at_most, taken[k] >= eligible[k])
            };
#ifdef ENDS
            if
#ifdef MUTANT_RETIRED_WITH_RECORDS_LEFT
            :: dead[pass_lanes[at]] -> retire(pass_lanes[at])
#else
            :: dead[pass_lanes[at]] && taken[pass_lanes[at]] == bound[pass_lanes[at]] -> retire(pass_lanes[at])
#endif
            :: else
            fi;
#endif
            at++
        :: else -> break
        od;
        at = 0;
        d_step {
            i = 0;
            do
            :: i < PRODUCERS ->
                eligible[i] = 0;
                bound[i] = 0;
                dead[i] = false;
#ifndef MUTANT_LANES_NOT_READ_AGAIN
                pass_lanes[i] = 0;
#endif
                i++
            :: else -> break
            od;
#ifndef MUTANT_LANES_NOT_READ_AGAIN
            pass_lane_count = 0;
#endif
            now = 0;
            in_place = false
        }
    }
}

/* ---- SinkDelivery ---- */

/* TryPass */
inline try_pass(me, ticket, has_passed)
{
#ifdef CALLERS_DELIVER
    if
#ifdef MUTANT_TURN_TAKEN_IN_TWO_STEPS
    :: !turn_is_held;
       d_step {
#else
    :: d_step {
        FENCED(me) && !turn_is_held ->
#endif
        MUST(one_pass_at_a_time, passes == 0);
        passes++;
        turn_is_held = true;
        has_passed = true
       };
#endif
#ifdef DRAINS
#ifdef MUTANT_DRAINS_READ_AFTER_PASS
        ticket = asked != done;
        pass(ticket);
        if
        :: d_step { ticket -> ticket = 0; done = asked }
        :: !ticket
        fi;
#else
        ticket = asked;
        pass((ticket != done));
        d_step { done = ticket; ticket = 0 };
#endif
#else
        pass(false);
#endif
#ifdef CALLERS_DELIVER
        d_step { passes--; turn_is_held = false }
    :: turn_is_held
    fi
#endif
}

/* Drain, which waits without a limit here: no time-out is to cover for a wake-up that was lost. */
#if DRAINERS > 0
active [DRAINERS] proctype Drainer()
{
    byte me = _pid - THREADS - PRODUCERS + DRAINER;
    byte before[PRODUCERS];
    byte ticket;
#ifdef CALLERS_DELIVER
    byte pass_ticket;
    bool has_passed;
    PASS_LOCALS;
#endif
#ifdef SLEEPS
    bool is_first;
#endif

    if
    :: d_step {
        i = 0;
        do
        :: i < PRODUCERS ->
            before[i] = memory[PUBLISHED(i)];
            i++
        :: else -> break
        od;
        asked++;
        ticket = asked
       }
#ifdef CALLERS_DELIVER
    /* LogPipeline.DeliverOrWake, of a thread that has filled a segment: one pass, no ticket. */
    :: skip
#endif
    fi;
    do
    ::
#ifdef CALLERS_DELIVER
        if
        :: try_pass(me, pass_ticket, has_passed)
        /* SinkDelivery._mayBlock */
        :: skip
        fi;
        if
        :: has_passed -> has_passed = false
        :: else ->
#endif
#if defined(SLEEPS) && !defined(MUTANT_DRAIN_DOES_NOT_WAKE)
            wake_up(me, is_first);
#endif
            done >= ticket
#ifdef CALLERS_DELIVER
        fi
#endif
    :: done >= ticket -> break
    od;
    atomic {
        i = 0;
        do
        :: i < PRODUCERS ->
            MUST(drain_takes_all_before_it, delivered[i] >= before[i]);
            before[i] = 0;
            i++
        :: else -> break
        od;
        ticket = 0
    }
}
#endif

/* ---- Flusher ---- */

#ifdef SLEEPS

/* Run. Each round may end in a short wait, as while it lingers, or in an attempt to sleep. */
active proctype Flusher()
{
    PASS_LOCALS;
    byte ticket, fenced;
    bool has_passed, has_work;

    do
    ::
#ifndef MUTANT_SIGNAL_NOT_CLEARED
        d_step { FENCED(FLUSHER) -> signalled = false };
#endif
        try_pass(FLUSHER, ticket, has_passed);
        has_passed = false;
        if
        /* WaitOne(1), signalled or not in time; or no wait, because there is much to deliver. */
        :: wake = false
        :: skip
        ::
#if defined(EXITS) && !defined(MUTANT_EXIT_IS_FORGOTTEN)
            d_step {
                FENCED(FLUSHER) ->
                if
                :: memory[SLEEPING] == 0 -> memory[SLEEPING] = ASLEEP
                :: else
                fi
            };
#else
            d_step { store_release(FLUSHER, SLEEPING, ASLEEP) };
#endif
#ifndef MUTANT_NO_PROCESS_WIDE_BARRIER
            barrier_process_wide(FLUSHER, fenced);
#endif
            /* HasWork */
#ifndef MUTANT_NO_SECOND_LOOK
            has_work = asked != done;
#ifndef MUTANT_LANES_NOT_READ_AGAIN
            read_lanes();
#endif
            do
            :: at < pass_lane_count ->
                d_step {
                    has_work = has_work || memory[PUBLISHED(pass_lanes[at])] != taken[pass_lanes[at]];
                    at++
                }
            :: else -> break
            od;
            at = 0;
#endif
            if
            :: has_work -> has_work = false
            :: !has_work ->
end_asleep:
                d_step { wake -> wake = false }
            fi;
            stay_awake(FLUSHER)
        fi
    od
}

#else

#ifdef CLOSES
#define WORK_MAY_COME !is_closed
#else
#define WORK_MAY_COME (!ALL_IS_DELIVERED || asked != done)
#endif

/* Where sleep is not in question: the next pass may begin at any time. */
active proctype Flusher()
{
    PASS_LOCALS;
    byte ticket;
    bool has_passed;

end_idle:
    do
    :: WORK_MAY_COME ->
        try_pass(FLUSHER, ticket, has_passed);
        has_passed = false
    od
}

#endif

#ifdef CLOSES
/* LogPipeline.Close, which waits without a limit here. */
active proctype Closer()
{
    byte pass_lanes[PRODUCERS];
    byte pass_lane_count, at, fenced, ticket;

    d_step { store_release(ENDER, CLOSED, 1) };
#ifndef MUTANT_NO_PROCESS_WIDE_BARRIER
    barrier_process_wide(ENDER, fenced);
#endif
    read_lanes();
    do
    :: at < pass_lane_count ->
        /* Or the thread has died, with its record half written. That does not happen here. */
        memory[OPEN(pass_lanes[at])] == 0;
        at++
    :: else -> break
    od;
    at = 0;
    d_step {
        FENCED(ENDER) ->
        asked++;
        ticket = asked
    };
    done >= ticket;
#ifdef MUTANT_LANES_RETIRED_WITHOUT_THE_TURN
    /* The turn is free, or was. */
    !turn_is_held;
#else
    d_step { !turn_is_held -> turn_is_held = true };
#endif
    read_lanes();
    do
    :: at < pass_lane_count ->
        if
        :: memory[OPEN(pass_lanes[at])] == 0 -> retire(pass_lanes[at])
        :: else
        fi;
        at++
    :: else -> break
    od;
#ifndef MUTANT_LANES_RETIRED_WITHOUT_THE_TURN
    turn_is_held = false;
#endif
    is_closed = true
}
#endif

#ifdef EXITS
/* DrainAll, at the end of the process, as far as it tells records that they must be delivered before their calls return. */
active proctype Exit()
{
#ifdef MUTANT_EXIT_IS_FORGOTTEN
    d_step {
        store_release(ENDER, EXITING, 1);
        store_release(ENDER, SLEEPING, ENDING)
    };
#else
    d_step { memory[SLEEPING] = ENDING };
#endif
    d_step { FENCED(ENDER) -> exit_has_begun = true }
}
#endif

/* When nobody can go on, the flusher asleep: no wake-up was lost. */
active proctype Still()
{
    timeout;
    d_step { MUST(nothing_is_left, ALL_IS_DELIVERED && asked == done) }
}
