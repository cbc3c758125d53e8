import type { InngestFunction } from "inngest";
import { communityFunctions } from "./community/index.ts";
import { digestFunctions } from "./digest/index.ts";
import { forumFunctions } from "./forum/index.ts";
import { maintenanceFunctions } from "./maintenance/index.ts";
import { notificationFunctions } from "./notifications/index.ts";
import type { TenOceanPorts } from "./ports.ts";
import { verificationFunctions } from "./verification/index.ts";

export type { Brand } from "./brand.ts";
export { tenOceanInngest } from "./client.ts";
export type { TenOceanPorts } from "./ports.ts";

/** The association's domains; each has its workflows listed in its `workflows.ts`. */
const domains = [
  verificationFunctions,
  notificationFunctions,
  digestFunctions,
  communityFunctions,
  maintenanceFunctions,
  forumFunctions,
];

/** The tenant association's workflows, ready to be served under the Inngest app `ten-ocean-tenant-assc`. */
export function tenOceanFunctions(ports: TenOceanPorts): InngestFunction.Any[] {
  return domains.flatMap((functions) => functions(ports));
}
