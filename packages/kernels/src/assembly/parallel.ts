// Work shared between threads.
//
// A task is a function (begin, end, thread, args) => void that does the items [begin, end) of some work.
// `parallelFor(task, n, grain)` has [0, n) done in pieces of `grain` items by whichever thread is free, the
// caller among them, and returns when all of it is done. So that results do not depend on the number of
// threads, a task must give the same however [0, n) is cut at multiples of `grain`: items write to places of
// their own, and a sum over many items is kept as one partial sum for each `grain` of them.
//
//   const args = taskArguments();          // room for 32 words, read by every thread
//   store<usize>(args, x);
//   parallelFor(scaleRows, rows, 16);      // function scaleRows(begin, end, thread, args)
//
// Handing work over costs under a microsecond while the others are awake and some 20 when they sleep: choose
// `grain` so that a piece takes 20 µs or more, and do less than 100 µs of work alone. Within a task,
// parallelFor does everything itself.
//
// All state that threads share lies in one block of memory, the control block, which the host reserves.

/** What parallelFor runs. */
export type Task = (begin: usize, end: usize, thread: usize, args: usize) => void;

// The control block: words that all threads use, then one area for each thread.
/** Generation (24 bits), number of pieces (20) and next piece (20) of the work at hand, taken as one. */
const TICKET: usize = 0;
/** Counts the pieces of work handed out; sleeping threads wait for it to change. */
const GENERATION: usize = 8;
const DONE: usize = 12;
const SLEEPERS: usize = 16;
/** Threads that are there beside the first. */
const HELPERS: usize = 20;
/** How many threads, the first included, may take part. */
const ACTIVE: usize = 24;
const FAILED: usize = 28;
/** Whether the first thread sleeps until another has done its part. */
const WAITING: usize = 32;
const TASK: usize = 36;
const ITEMS: usize = 40;
const GRAIN: usize = 44;
const ARGUMENTS: usize = 48;
const AREAS: usize = 64;

const ARGUMENT_BYTES: usize = 256;
const ROOM_BYTES: usize = 4608;
const AREA_BYTES: usize = 2 * ARGUMENT_BYTES + ROOM_BYTES;
/** The most threads, the first included. */
const MOST_THREADS: usize = 16;

const PIECE_BITS: u64 = 20;
const PIECE_MASK: u64 = (1 << PIECE_BITS) - 1;
/** More pieces than this are never handed out; the next-piece count can then not overflow. */
const MOST_PIECES: usize = 1 << 19;

/** How long a thread without work looks for more before it sleeps: some 200 µs. */
const SPINS: i32 = 60_000;

/** How long the first thread looks whether the others are done before it sleeps (some 30 µs), and the longest nap in ns. */
const PATIENCE: i32 = 8_000;
const NAP: i64 = 1_000_000;

/** Asks the host to start the other threads. */
@external("env", "startThreads")
declare function startThreads(): void;

/** Tells the host that another thread has failed; does not return. */
@external("env", "threadFailed")
declare function threadFailed(): void;

// Each thread has its own globals.
let control: usize = 0;
let me: usize = 0;
let inside: bool = false;
let asked: bool = false;

/** Bytes of the control block. */
export function controlBytes(): usize {
  return AREAS + MOST_THREADS * AREA_BYTES;
}

/** Binds this instance to the control block, zeroed by the host, as thread `index`; the first is 0. */
export function joinThreads(address: usize, index: usize): void {
  control = address;
  me = index;
}

/** How many threads, the first included, may take part from now on. */
export function setActiveThreads(count: i32): void {
  atomic.store<i32>(control, count, ACTIVE);
}

/** How many threads run beside the first. */
export function helperThreads(): i32 {
  return atomic.load<i32>(control, HELPERS);
}

/** The 32 words for the arguments of the task that is handed out next. */
export function taskArguments(): usize {
  return areaOf(me) + (inside ? ARGUMENT_BYTES : 0);
}

/** Bytes of this thread's own room (4608), whose content nobody relies on from one kernel to the next. */
export function ownRoom(): usize {
  return areaOf(me) + 2 * ARGUMENT_BYTES;
}

/** How many threads a kernel must have scratch room for. */
export function threadsToProvideFor(): usize {
  return max<i32>(1, min<i32>(atomic.load<i32>(control, ACTIVE), MOST_THREADS as i32)) as usize;
}

function areaOf(thread: usize): usize {
  return control + AREAS + thread * AREA_BYTES;
}

/** Does the items [0, n) of a task, in pieces of a multiple of `grain`. See the head of this file. */
export function parallelFor(task: Task, n: usize, grain: usize): void {
  finishWork(task, n, handOut(task, n, grain));
}

/**
 * The first half of parallelFor: hands the work out to the other threads and returns, so that this one can do
 * something else meanwhile. Until finishWork, a parallelFor of this thread does everything itself.
 *
 * @returns the number of pieces; 0 if nothing was handed out
 */
export function handOut(task: Task, n: usize, grain: usize): i32 {
  if (n <= grain || inside || atomic.load<i32>(control, ACTIVE) <= 1 || !helpersAreThere()) return 0;
  let piece = grain;
  let pieces = (n + piece - 1) / piece;
  if (pieces > MOST_PIECES) {
    piece *= (pieces + MOST_PIECES - 1) / MOST_PIECES;
    pieces = (n + piece - 1) / piece;
  }
  const args = taskArguments();
  inside = true;
  store<i32>(control, task.index, TASK);
  store<usize>(control, n, ITEMS);
  store<usize>(control, piece, GRAIN);
  store<usize>(control, args, ARGUMENTS);
  atomic.store<i32>(control, 0, DONE);
  const generation = atomic.load<i32>(control, GENERATION) + 1;
  atomic.store<u64>(control, ((generation as u64) << (2 * PIECE_BITS)) | ((pieces as u64) << PIECE_BITS), TICKET);
  atomic.store<i32>(control, generation, GENERATION);
  if (atomic.load<i32>(control, SLEEPERS) > 0) atomic.notify(control + GENERATION, -1);
  return pieces as i32;
}

/** The second half of parallelFor: takes part in what was handed out, and waits until all of it is done. */
export function finishWork(task: Task, n: usize, pieces: i32): void {
  if (pieces == 0) {
    alone(task, n);
    return;
  }
  takePieces();
  awaitPieces(pieces);
  inside = false;
}

/** As parallelFor, but alone unless `worthwhile`. */
export function parallelForIf(worthwhile: bool, task: Task, n: usize, grain: usize): void {
  if (worthwhile) parallelFor(task, n, grain);
  else alone(task, n);
}

function alone(task: Task, n: usize): void {
  const args = taskArguments();
  const outermost = !inside;
  inside = true;
  task(0, n, me, args);
  if (outermost) inside = false;
}

/** Waits for the pieces that others have taken: awake at first, then asleep, since one may have lost its processor. */
function awaitPieces(pieces: i32): void {
  for (let spins = 0; ; spins++) {
    const done = atomic.load<i32>(control, DONE);
    if (done == pieces) return;
    if (atomic.load<i32>(control, FAILED) != 0) threadFailed();
    if (spins >= PATIENCE) {
      atomic.store<i32>(control, 1, WAITING);
      atomic.wait<i32>(control + DONE, done, NAP);
      atomic.store<i32>(control, 0, WAITING);
    }
  }
}

function helpersAreThere(): bool {
  if (atomic.load<i32>(control, HELPERS) > 0) return true;
  if (!asked && me == 0) {
    asked = true;
    startThreads();
  }
  return false;
}

/** Does pieces of the work at hand until none is left. */
function takePieces(): void {
  for (;;) {
    const ticket = atomic.add<u64>(control, 1, TICKET);
    const piece = (ticket & PIECE_MASK) as usize;
    if (piece >= (((ticket >> PIECE_BITS) & PIECE_MASK) as usize)) return;
    // The work cannot end, nor the next begin, before this piece is done: these words stay what they are.
    const n = load<usize>(control, ITEMS);
    const grain = load<usize>(control, GRAIN);
    const begin = piece * grain;
    call_indirect<void>(load<i32>(control, TASK), begin, min(n, begin + grain), me, load<usize>(control, ARGUMENTS));
    atomic.add<i32>(control, 1, DONE);
    if (atomic.load<i32>(control, WAITING) != 0) atomic.notify(control + DONE, 1);
  }
}

/** What every thread but the first does for ever. */
export function serveThreads(): void {
  let seen = atomic.load<i32>(control, GENERATION);
  inside = true;
  atomic.add<i32>(control, 1, HELPERS);
  for (;;) {
    let spins = 0;
    let now = atomic.load<i32>(control, GENERATION);
    while (now == seen) {
      if (++spins >= SPINS) {
        atomic.add<i32>(control, 1, SLEEPERS);
        atomic.wait<i32>(control + GENERATION, seen, -1);
        atomic.sub<i32>(control, 1, SLEEPERS);
        spins = 0;
      }
      now = atomic.load<i32>(control, GENERATION);
    }
    seen = now;
    if (me < (atomic.load<i32>(control, ACTIVE) as usize)) takePieces();
  }
}

/** Says that this thread has failed, for the first to report. */
export function failThread(): void {
  atomic.store<i32>(control, 1, FAILED);
}
