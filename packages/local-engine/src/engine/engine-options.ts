import type { Call } from "../core/dispatcher.ts";
import type { StorageError } from "../core/storage-error.ts";
import type { RetentionPolicy, Store } from "../core/store.ts";
import type { Clock } from "./clock.ts";
import type { InferChoice } from "./infer.ts";
import type { OwnStepInterceptor } from "./own-steps.ts";
import type { Transport } from "./transport.ts";

export interface EngineOptions {
  store: Store;
  clock: Clock;
  transport: Transport;
  /** Calls in flight at one time, over all functions. */
  maxConcurrentCalls?: number;
  /** Milliseconds between attempts in place of Inngest's table. */
  retryInterval?: number;
  /** Runs that have not ended, over all functions; beyond them events are refused. 200,000 unless given. */
  maxRunsInProgress?: number;
  /** What is kept of the past; `false` keeps everything. */
  retention?: RetentionPolicy | false;
  /** Signs the calls to apps, as Inngest does outside development. */
  signingKey?: string;
  /** Makes ids and the order of simultaneous work repeatable. */
  random?: () => number;
  /** Makes only ids repeatable. */
  idRandom?: () => number;
  /** Fetches for `step.fetch`, and asks models. */
  fetch?: typeof fetch;
  /** Who answers `step.ai.infer`; `"stub"` unless given. */
  infer?: InferChoice;
  /** Stands around the steps that the engine does itself. */
  aroundOwnStep?: OwnStepInterceptor;
  /** Puts a commit off until the current input was handled; `setImmediate` unless given. */
  defer?: (task: () => void) => void;
  /** Told when writing begins to fail. Events are then refused; everything else goes on once there is room. */
  onStorageError?: (error: StorageError) => void;
  /** Told when a write succeeds again. */
  onStorageRecovery?: () => void;
  /** Told about every call that is made, before it is made. */
  onCall?: (call: Call) => void;
  onAnswer?: (call: Call) => void;
}
