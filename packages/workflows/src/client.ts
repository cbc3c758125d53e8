import { ParseEventsMiddleware } from "@org/events/inngest";
import type { Measuring } from "@org/stores/measurements/port";
import type { EventTraces, SentEvents } from "@org/stores/outbox/port";
import type { StepFailures } from "@org/stores/step-failures/port";
import { type ClientOptions, type GetStepTools, Inngest } from "inngest";
import type { Cipher } from "./encryption/cipher.ts";
import {
  type EncryptedData,
  type EncryptedEvents,
  encryptedData,
  encryptedEvents,
} from "./encryption/encrypted-data.ts";
import { type KeptEvents, keptEvents } from "./kept-events.ts";
import { type MeasuredRuns, measuredRuns } from "./measured-runs.ts";
import { ObservedRuns } from "./observed-runs.ts";
import { type RetryPolicy, retryPolicy } from "./retry-policy.ts";
import { KnowRun } from "./sending-run.ts";
import { type TracedEvents, tracedEvents } from "./traced-events.ts";

/** The client that workflows are made for; see {@link workflowClient}. */
export type WorkflowClient = Inngest<{
  id: string;
  middleware: (
    | typeof ParseEventsMiddleware
    | typeof RetryPolicy
    | typeof KnowRun
    | typeof TracedEvents
    | typeof KeptEvents
    | typeof MeasuredRuns
    | typeof ObservedRuns
    | typeof EncryptedData
    | typeof EncryptedEvents
  )[];
}>;

/** The `step` of this client's functions, for what several of them do in the same steps. */
export type WorkflowStep = GetStepTools<WorkflowClient>;

/** Where the engine is (`baseUrl`, `isDev`, keys); Inngest's own environment variables fill the rest. */
export interface WorkflowClientOptions extends Omit<ClientOptions, "id" | "middleware"> {
  /**
   * Remembers how often a step failed by itself. Without it every attempt counts as a failure of the step, those in which
   * its worker was lost as well.
   */
  stepFailures?: Pick<StepFailures, "add">;
  /** Remembers what events started. Without it nobody finds those that the engine accepted and lost. */
  traces?: Pick<EventTraces, "saw">;
  /** Keeps what functions send by themselves. Without it nobody looks for those of their events that the engine lost. */
  sentEvents?: Pick<SentEvents, "keep">;
  /** Adds up how the functions do. Without it nobody measures them. */
  measuring?: Pick<Measuring, "saw">;
  /** Hides from the engine what steps return and what is personal in events. Without it the engine keeps all of it in clear text. */
  cipher?: Cipher | undefined;
}

/**
 * The Inngest client of an app: checks and upcasts what its functions receive, applies the retry policy,
 * lets the steps that send know their run, says what its events started, keeps the events that its functions send, measures their runs,
 * and encrypts what the engine is to hold.
 * @param id the app's id, which begins the ids of its functions in the engine
 */
export function workflowClient(
  id: string,
  { stepFailures, traces, sentEvents, measuring, cipher, ...options }: WorkflowClientOptions = {},
): WorkflowClient {
  return new Inngest({
    ...options,
    id,
    middleware: [
      encryptedData(cipher),
      // Before what leaves out of a batch the events that cannot be read.
      tracedEvents(traces),
      ParseEventsMiddleware,
      retryPolicy(stepFailures),
      KnowRun,
      keptEvents(sentEvents),
      measuredRuns(measuring),
      ObservedRuns,
      encryptedEvents(cipher),
    ],
  });
}
