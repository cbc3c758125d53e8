import type { EventClient } from "@org/events";
import type { DeadLetters } from "@org/stores/dead-letters/port";
import { discardRun } from "./discard-run.ts";
import { replayRun } from "./replay-run.ts";

/** Everything that an operator may ask, of both products. */
export function operationsCommands(ports: { deadLetters: DeadLetters; outbox: EventClient }) {
  return { discardRun: discardRun(ports), replayRun: replayRun(ports) };
}
