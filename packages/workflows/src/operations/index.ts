import type { InngestFunction } from "inngest";
import { alertOnFailure } from "./alert-on-failure.ts";
import type { OperationsPorts } from "./ports.ts";
import { recordDeadLetter } from "./record-dead-letter.ts";
import { replayDeadLetter } from "./replay-dead-letter.ts";

export { operationsInngest } from "./client.ts";
export type { OperationsPorts } from "./ports.ts";
export { replayRequested } from "./replay-requested.ts";

/** What looks after the workflows of both products, ready to be served under the Inngest app `operations`. */
export function operationsFunctions(ports: OperationsPorts): InngestFunction.Any[] {
  return [alertOnFailure(ports), recordDeadLetter(ports), replayDeadLetter(ports)];
}
