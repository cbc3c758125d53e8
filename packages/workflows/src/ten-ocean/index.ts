import type { InngestFunction } from "inngest";
import type { TenOceanPorts } from "./ports.ts";
import { userRegistrationWorkflow } from "./verification/user-registration-workflow.tsx";

export { tenOceanInngest } from "./client.ts";
export type { TenOceanPorts } from "./ports.ts";

/** The tenant association's workflows, ready to be served under the Inngest app `ten-ocean-tenant-assc`. */
export function tenOceanFunctions(ports: TenOceanPorts): InngestFunction.Any[] {
  return [userRegistrationWorkflow(ports)];
}
