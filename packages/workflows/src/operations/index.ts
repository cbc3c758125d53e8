import { functionsOf } from "../functions-of.ts";
import * as workflows from "./workflows.ts";

export { operationsInngest } from "./client.ts";
export type { OperationsPorts } from "./ports.ts";

/** What looks after the workflows of both products, ready to be served under the Inngest app `operations`. */
export const operationsFunctions = functionsOf(workflows);
