import { type WorkflowClient, type WorkflowClientOptions, workflowClient } from "../client.ts";

export const operationsAppId = "operations";

/** The Inngest client of the functions that look after all the others. */
export function operationsInngest(options?: WorkflowClientOptions): WorkflowClient {
  return workflowClient(operationsAppId, options);
}
