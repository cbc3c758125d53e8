/** The version of Inngest's own server that was watched. */
export const comparedVersion = "1.43.0";

export interface ComparedCase {
  /** The case's name, or how the names of several begin. */
  name: string;
  /** What that server was seen to do. */
  seen: string;
}

/** The cases whose outcome was compared with that server. The README's table is held to this list, and this list to the cases. */
export const comparedCases: readonly ComparedCase[] = [
  {
    name: "parallel groups > holds a branch back until a wait beside it is over",
    seen: "2 calls with checkpointing, 3 without; the step behind the sleep ran when the wait of 6 s was over",
  },
  {
    name: "parallel groups > lets the branches of a race mode run on, each by itself",
    seen: "5 calls; the step behind a sleep of 1 s ran at once, the function ended after 6 s",
  },
  {
    name: "parallel groups > goes on with the winner of a race mode at once, and ends when the loser is over",
    seen: "4 calls; the next step ran after 1 s, the function ended once, after 6 s",
  },
  {
    name: "parallel groups > goes on with the winner of a plain race only when the loser is over",
    seen: "2 calls with checkpointing, 3 without; the next step ran after 6 s",
  },
  {
    name: "parallel groups > checkpoints again after two parallel steps",
    seen: "4 calls with checkpointing, 9 without",
  },
  { name: "parallel groups > calls once for each of twenty parallel steps", seen: "22 calls" },
  {
    name: "parallel groups > holds back the second step of a branch until a wait beside it is over",
    seen: "3 calls with checkpointing, 4 without; the second step ran when the wait was over",
  },
  {
    name: "parallel groups > goes on after a plain race of a step and a sleep when the sleep is over",
    seen: "the next step ran when the sleep of 4 s was over",
  },
  {
    name: "calls > says in each call's headers which run, step, job and try it is",
    seen: "the same headers; the step is `step` where the function is asked what comes next",
  },
  {
    name: "events > gives handlers the event with its id, version, time and a user",
    seen: "`user` is always an object, a sender's `_inngest` is gone from `data`",
  },
  { name: "events > takes an empty id for none", seen: "the same" },
  {
    name: "events > refuses",
    seen: "400 and nothing stored, for `ts` before 1980 or after 2100, reserved names in any case and an empty name",
  },
  {
    name: "events > takes descriptors, and runs every so often",
    seen: "the dialect of robfig/cron v3: standard fields and descriptors",
  },
  {
    name: "sessions > tells a run the sessions of its event",
    seen: "propagated sessions reach the run as `meta.sessions` and `ctx.sessions`",
  },
  {
    name: "lifecycle events > tells of a run that completed",
    seen: "these fields, and `_inngest.status` is Completed",
  },
  {
    name: "lifecycle events > tells of a run that failed twice",
    seen: "failed and finished; the failed event has the run's id as its own",
  },
  {
    name: "lifecycle events > tells twice of a run that was cancelled",
    seen: "cancelled and finished, neither with an error",
  },
  {
    name: "lifecycle events > runs the onFailure of a function that",
    seen: "the same for `inngest/function.cancelled`",
  },
  { name: "flow control > batches events by size, by time and by key", seen: "the same" },
  { name: "flow control > debounces to the last event", seen: "the same" },
  { name: "flow control > keeps to a function's concurrency", seen: "the same" },
  { name: "flow control > keeps a singleton single", seen: "the same" },
  { name: "flow control > runs once per idempotency key in 24 hours", seen: "the same" },
  { name: "flow control > starts runs of higher priority first", seen: "a priority above zero ranks ahead" },
  {
    name: "flow control > starts as many throttled runs at once as the limit says",
    seen: "48 a 60 s: 48 of 120 runs started in second 0, then one per `period / limit`",
  },
  {
    name: "flow control > starts a throttle's burst on top of its limit",
    seen: "limit 2 with burst 3: 5 at once",
  },
  {
    name: "flow control > admits a tenth of a rate limit beside the first",
    seen: "10 a 60 s: 3 of 60 events were admitted, of 30 at once and 30 more 9 s later",
  },
  {
    name: "flow control > debounces to the event that was sent last",
    seen: "the event with the latest `ts` is kept",
  },
  {
    name: "flow control > puts off every call of a run whose priority is below zero",
    seen: "-20: the run started after 20.3 s and took 20 s more at the next call",
  },
  {
    name: "flow control > retries after whole seconds",
    seen: "`Retry-After` of 1 s: 0.43, 0.48 and 0.6 s; 5 s and 15 s hold",
  },
  {
    name: "invoke > tells an invoked function who invoked it",
    seen: "`data._inngest` with these fields",
  },
  { name: "invoke > says in the official words what became of an invoke", seen: "these names and texts" },
  {
    name: "invoke > puts invoked runs through the function's debounce",
    seen: "of three invokes with one key one ran, the other two stayed Running",
  },
  {
    name: "cancellation > gives up runs that start or finish too late",
    seen: "the same for `timeouts.finish`; `timeouts.start` was not compared",
  },
  { name: "realtime > completes steps that publish", seen: "they complete" },
  {
    name: "realtime > delivers what is published, in order",
    seen: "the client's publish and subscribe complete",
  },
  {
    name: "realtime > gives tokens to those who post",
    seen: "`POST /v1/realtime/token` 200, GET 405; publish with `channel` and `topic` 200",
  },
  { name: "limits > fails a run whose result is too large", seen: "a result over 4 MiB fails the run" },
];

export function isCompared(caseName: string): boolean {
  return comparedCases.some(({ name }) => caseName.startsWith(name));
}
