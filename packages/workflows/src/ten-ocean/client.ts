import { type WorkflowClient, type WorkflowClientOptions, workflowClient } from "../client.ts";

/** The tenant association's Inngest client. */
export function tenOceanInngest(options?: WorkflowClientOptions): WorkflowClient {
  return workflowClient("ten-ocean-tenant-assc", options);
}
