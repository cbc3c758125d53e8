import type { EventClient } from "@org/events";
import type { DeadLetters } from "@org/stores/dead-letters/port";

export interface DeadLetterTools {
  deadLetters: DeadLetters;
  /** Takes the request to replay to the worker. */
  events: EventClient;
  now(): Date;
}

export interface CommandResult {
  /** 0 done, 1 not possible, 2 a wrong command line. */
  code: 0 | 1 | 2;
  text: string;
}
