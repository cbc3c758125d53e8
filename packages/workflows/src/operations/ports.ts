import type { AlertSender } from "@org/integrations/alerts/port";
import type { DeadLetters } from "@org/stores/dead-letters/port";
import type { Doubts } from "@org/stores/doubts/port";
import type { Measurements } from "@org/stores/measurements/port";
import type { Outbox } from "@org/stores/outbox/port";
import type { Suppressions } from "@org/stores/suppressions/port";
import type { WorkflowClient } from "../client.ts";
import type * as shared from "../uses.ts";
import type { VendorLimits } from "../vendor-limits.ts";

/** Everything that the operations functions need from outside. */
export interface OperationsPorts {
  inngest: WorkflowClient;
  /** The ids of the apps in the environment, which begin the ids of their functions. */
  apps: readonly string[];
  deadLetters: DeadLetters;
  /** Messages of which nobody knows whether they were sent. */
  doubts: Doubts;
  /** How workflows and vendors did. */
  measurements: Measurements;
  outbox: Outbox;
  suppressions: Suppressions;
  /** Tells a group once in a while, however often it is asked to. */
  alerts: AlertSender;
  /** Where the operations console is, without a trailing slash: `https://mohallamart.example`. */
  webUrl: string;
  /** What the vendors grant this account where it is not what they publish, in requests a second. */
  limits?: Partial<VendorLimits>;
}

/** What one workflow needs: `Uses<{ inngest: true; deadLetters: "record" }>`. */
export type Uses<Named extends shared.Wanted<OperationsPorts>> = shared.Uses<OperationsPorts, Named>;
