import type { InngestFunction } from "inngest";
import type { TenOceanPorts } from "./ports.ts";
import { verificationFunctions } from "./verification/index.ts";

export type { Brand } from "./brand.ts";
export { tenOceanInngest } from "./client.ts";
export type { TenOceanPorts } from "./ports.ts";

/** The association's domains; each has its workflows listed in its `workflows.ts`. */
const domains = [verificationFunctions];

/** The tenant association's workflows, ready to be served under the Inngest app `ten-ocean-tenant-assc`. */
export function tenOceanFunctions(ports: TenOceanPorts): InngestFunction.Any[] {
  return domains.flatMap((functions) => functions(ports));
}
