import type { Outcome, ProgramError, ProjectScore, RunMessage } from "@gradus/course-kit";
import type { Reply, Task } from "./protocol";
import { takeWorker, warmUp } from "./spare";

export interface ExecutionOptions {
  /** Longest time of the program, in milliseconds, from its start. */
  readonly timeBudget: number;
  readonly onMessage: (message: RunMessage) => void;
}

export interface Execution {
  /** Ends the program now. */
  stop(): void;
  /** What a check found, or why it found nothing; undefined after a plain run or a stop. */
  readonly finished: Promise<Outcome | ProjectScore | ProgramError | undefined>;
}

/** Loading the library may take this long before the program starts, in milliseconds. */
const LOADING_TIME = 30_000;
/** The next worker is started when the program ends or after this time: two at once are slower. */
const NEXT_WORKER_DELAY = 250;

/** Runs a task in a worker of its own; the page ends it when its time is up. */
export function execute(task: Task, { timeBudget, onMessage }: ExecutionOptions): Execution {
  const { worker, port } = takeWorker();
  let settle!: (result: Outcome | ProjectScore | ProgramError | undefined) => void;
  const finished = new Promise<Outcome | ProjectScore | ProgramError | undefined>((resolve) => {
    settle = resolve;
  });
  let over = false;
  let result: Outcome | ProjectScore | ProgramError | undefined;

  const end = (last?: RunMessage) => {
    if (over) return;
    over = true;
    clearTimeout(timer);
    clearTimeout(nextWorker);
    worker.terminate();
    port.close();
    warmUp();
    if (last) onMessage(last);
    settle(result);
  };
  /** Ends the program from outside, for a reason that its reader should know. */
  const breakOff = (error: ProgramError, milliseconds: number) => {
    if (over) return;
    result = task.kind === "grade" ? { kind: "error", error } : error;
    if (task.kind === "run") onMessage({ type: "error", error });
    end({ type: "done", milliseconds });
  };
  const timeUp = () => breakOff(timeLimitError(timeBudget), timeBudget);
  let timer = setTimeout(() => breakOff(LOADING_ERROR, LOADING_TIME), LOADING_TIME);
  const nextWorker = setTimeout(warmUp, NEXT_WORKER_DELAY);

  worker.addEventListener("error", (event) => {
    event.preventDefault();
    breakOff(
      { ...LOADING_ERROR, message: `${LOADING_ERROR.message} ${event.message ?? ""}`.trim() },
      0,
    );
  });
  port.onmessage = ({ data: reply }: MessageEvent<Reply>) => {
    if (over || reply.type === "ready") return;
    if (reply.type === "started") {
      clearTimeout(timer);
      timer = setTimeout(timeUp, timeBudget);
    } else if (reply.type === "result") {
      result = reply.result;
    } else if (reply.type === "done") {
      end(reply);
    } else {
      onMessage(reply);
    }
  };
  port.postMessage(task);
  return { stop: () => end({ type: "done", milliseconds: 0 }), finished };
}

const LOADING_ERROR: ProgramError = {
  name: "LibraryError",
  message: "The program could not be started. Is the course still running in your terminal?",
};

/** What a program reads that had to be ended. */
export function timeLimitError(timeBudget: number): ProgramError {
  const seconds = Number((timeBudget / 1000).toPrecision(3));
  return {
    name: "TimeLimitError",
    message: `The program was stopped after ${seconds} s. Is there a loop that never ends?`,
  };
}
