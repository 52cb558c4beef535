/*
 * The delivery's turn, taken away from a thread that is blocked in a sink: SinkDelivery and DeliveryTurn. ./check runs it.
 *
 * Two threads that deliver, two sinks that may block for any time, three batches, and a watch that takes the turn away up to twice.
 * All that passes between threads here is volatile or interlocked, and rare: memory is sequentially consistent.
 */
#define SINKS 2
#define BATCHES 3
#define TAKEN_AWAY_AT_MOST 2
#define TURNS (TAKEN_AWAY_AT_MOST + 1)

/* Properties are variables, so that pan names the one violated. */
#define MUST(property, condition) property = (condition); assert(property)
hidden byte one_call_into_a_sink_at_a_time, each_batch_once_and_in_order, a_sink_that_returned_is_back, nothing_is_left;

mtype = { Free, Held, Writing, TakenAway };

#define NO_SINK 255

/* DeliveryTurn: the state, and the batch being written. */
mtype state[TURNS] = Free;
byte batch_sink[TURNS] = NO_SINK;
byte batch[TURNS];

/* SinkDelivery._turn; SinkSlot.IsDetached; how many batches the passes have taken from the lanes. */
byte current;
bool detached[SINKS];
byte taken;

/* Not in the code. */
byte inside[SINKS];
byte last_batch[SINKS];
byte done;

/* TryPass, over and over; FinishBatch. */
active [2] proctype Deliverer()
{
    byte turn, sink;
    bool kept;

    do
    :: done == BATCHES -> break
    :: else ->
        turn = current;
        if
        :: atomic { state[turn] == Free -> state[turn] = Held };
            kept = true;
            if
            :: batch_sink[turn] == NO_SINK && taken < BATCHES ->
                d_step {
                    taken++;
                    batch[turn] = taken;
                    batch_sink[turn] = 0
                }
            :: else
            fi;
            do
            :: batch_sink[turn] < SINKS ->
                sink = batch_sink[turn];
                if
                /* Its records are reported as lost there. */
                :: detached[sink] -> batch_sink[turn]++
                :: else ->
                    state[turn] = Writing;
                    d_step {
                        MUST(one_call_into_a_sink_at_a_time, inside[sink] == 0);
                        inside[sink]++
                    };
                    d_step {
                        MUST(each_batch_once_and_in_order, last_batch[sink] < batch[turn]);
                        last_batch[sink] = batch[turn];
                        inside[sink]--
                    };
#ifdef MUTANT_WRITE_ENDED_WITHOUT_COMPARING
                    state[turn] = Held;
                    batch_sink[turn]++
#else
                    if
                    :: atomic { state[turn] == Writing -> state[turn] = Held };
                        batch_sink[turn]++
                    :: state[turn] != Writing ->
                        kept = false;
                        break
                    fi
#endif
                fi
            :: else -> break
            od;
            if
            :: kept ->
                d_step {
                    done = done + (batch_sink[turn] == SINKS);
                    batch[turn] = 0;
                    batch_sink[turn] = NO_SINK
                };
                state[turn] = Free
            :: else ->
                /* Reattach, once whoever took the turn has left the sink out. */
#ifndef MUTANT_REATTACHED_TOO_EARLY
                current != turn;
#endif
                detached[sink] = false
            fi
        :: state[turn] != Free
        fi
    od
}

/* TryTakeTurnAway */
active proctype Watch()
{
    byte turn, next;

    do
    :: next < TAKEN_AWAY_AT_MOST ->
        turn = current;
        if
        :: atomic { state[turn] == Writing -> state[turn] = TakenAway };
#ifndef MUTANT_SINK_NOT_LEFT_OUT
            detached[batch_sink[turn]] = true;
#endif
            next++;
            d_step {
                batch[next] = batch[turn];
#ifdef MUTANT_SINK_WRITTEN_AGAIN
                batch_sink[next] = batch_sink[turn]
#else
                batch_sink[next] = batch_sink[turn] + 1
#endif
            };
            current = next
        :: state[turn] != Writing
        fi
    :: break
    od
}

active proctype Still()
{
    timeout;
    d_step {
        MUST(nothing_is_left, done == BATCHES);
        MUST(a_sink_that_returned_is_back, !detached[0] && !detached[1])
    }
}
