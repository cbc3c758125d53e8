/** - `open`: nobody has looked at it; `replayed`: its function ran again; `discarded`: an operator let it go. */
export type DeadLetterStatus = "open" | "replayed" | "discarded";

/** An event as the engine delivered it. */
export interface DeadLetterEvent {
  id: string;
  name: string;
  data?: unknown;
  ts?: number;
  v?: string | null;
}

/** A run that failed for good, with what is needed to run it again. */
export interface NewDeadLetter {
  /** The engine's id of the run. */
  runId: string;
  /** The Inngest app, as `mohallamart`. */
  app: string;
  /** The failed function's id within the app, as `send-order-confirmation`. */
  workflow: string;
  /**
   * What started the run: one event, or several of a batch. Whole, because a replay needs what the run needed; show
   * and log them through `createRedactor` of @org/events only.
   */
  events: DeadLetterEvent[];
  /** The last attempt's error, without personal data; `frames` is its stack trace, innermost first, where it had one. */
  error: { name: string; message: string; frames?: string[] };
  /** How often what failed was tried; absent when nobody counted, as when the engine never got an answer. */
  attempts?: number;
  /** The run that this one replayed, when it failed again. */
  replayOf?: string;
  /** How many replays there were before it failed as it did here; absent for none. */
  replays?: number;
  /** When it is replayed by itself if it is open still, because its own code did not fail; ISO 8601, UTC. */
  nextReplayAt?: string;
  /** ISO 8601, UTC. */
  failedAt: string;
}

export interface DeadLetter extends NewDeadLetter {
  status: DeadLetterStatus;
  /** When it stopped being open; ISO 8601, UTC. */
  settledAt?: string;
  /** The run that took it upon itself to replay it. */
  replayRunId?: string;
}

export interface DeadLetterFilter {
  status?: DeadLetterStatus;
  app?: string;
  workflow?: string;
  /** Only replays of this run that failed again. */
  replayOf?: string;
  /** Only those that failed at or after a time; ISO 8601. */
  since?: string | undefined;
  /** Only those that failed before a time; ISO 8601. */
  until?: string | undefined;
  /** Only those that the list has after this one, to page through older ones. */
  after?: Pick<DeadLetter, "failedAt" | "runId">;
  /** Default 50. */
  limit?: number;
}

/** How many runs of a workflow nobody has looked at. */
export interface OpenDeadLetters {
  app: string;
  workflow: string;
  open: number;
  /** When the latest of them failed; ISO 8601, UTC. */
  latestFailedAt: string;
}

/** Failed runs, kept for manual review. */
export interface DeadLetters {
  /** Keeps a failed run once per `runId`. @returns false when it is there already. */
  record(letter: NewDeadLetter): Promise<boolean>;
  get(runId: string): Promise<DeadLetter | undefined>;
  /** Latest failure first. */
  list(filter?: DeadLetterFilter): Promise<DeadLetter[]>;
  /** One entry for each workflow that has open ones; the workflow that failed last comes first. */
  openByWorkflow(): Promise<OpenDeadLetters[]>;
  /** How many of a workflow's runs failed at or after a time (ISO 8601): to send one alert for one outage. */
  count(options: { app: string; workflow: string; since: string }): Promise<number>;
  /**
   * @returns false when it is not open (any more), so that of two operators one replays it; true again for the
   * replay that has it, so that a step can repeat the call.
   */
  markReplayed(runId: string, replayRunId: string): Promise<boolean>;
  /**
   * Opens a letter again whose replay never ran its function. A replay that ran and failed has left a letter of its
   * own (`replayOf`), which stands in for this one.
   * @returns false when it does, or when the letter is not with this replay.
   */
  reopen(runId: string, replayRunId: string): Promise<boolean>;
  /** @returns false when it is not open (any more). */
  discard(runId: string): Promise<boolean>;
  /**
   * Deletes the events about a person that carry personal fields, and the letters that hold no others: those that name
   * them anywhere but among many recipients (`data.userIds`). An event of ids and amounts stays: its run may have left
   * something undone, and it tells nothing of the person.
   * @param options `app`: only of this app, where another one may use the id for somebody else; `theirs`: ids of what
   * is the person's, as a request's, whose events are forgotten as well
   * @returns how many letters were changed or deleted.
   */
  forget(userId: string, options?: { app?: string; theirs?: readonly string[] }): Promise<number>;
}
