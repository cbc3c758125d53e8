import { type WorkflowClient, type WorkflowClientOptions, workflowClient } from "../client.ts";

/** The marketplace's Inngest client. */
export function mohallaMartInngest(options?: WorkflowClientOptions): WorkflowClient {
  return workflowClient("mohallamart", options);
}
