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
  { name: "flow control > batches events by size, by time and by key", seen: "the same" },
  { name: "flow control > debounces to the last event", seen: "the same" },
  { name: "flow control > keeps to a function's concurrency", seen: "the same" },
  { name: "flow control > keeps a singleton single", seen: "the same" },
  { name: "flow control > runs once per idempotency key in 24 hours", seen: "the same" },
  { name: "flow control > starts runs of higher priority first", seen: "a priority above zero ranks ahead" },
  {
    name: "cancellation > gives up runs that start or finish too late",
    seen: "the same for `timeouts.finish`; `timeouts.start` was not compared",
  },
];

export function isCompared(caseName: string): boolean {
  return comparedCases.some(({ name }) => caseName.startsWith(name));
}
