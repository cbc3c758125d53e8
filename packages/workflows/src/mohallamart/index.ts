import type { InngestFunction } from "inngest";
import { analyticsFunctions } from "./analytics/index.ts";
import { cleanupFunctions } from "./cleanup/index.ts";
import { moneyFunctions } from "./money/index.ts";
import { notificationFunctions } from "./notifications/index.ts";
import { orderFunctions } from "./orders/index.ts";
import type { MohallaMartPorts } from "./ports.ts";
import { productFunctions } from "./products/index.ts";
import { shopkeeperFunctions } from "./shopkeepers/index.ts";
import { userFunctions } from "./users/index.ts";

export type { Brand } from "./brand.ts";
export { mohallaMartInngest } from "./client.ts";
export type { MohallaMartPorts } from "./ports.ts";
export { advanceProductRebuild } from "./products/product-document.ts";

/** The marketplace's domains; each has its workflows listed in its `workflows.ts`. */
const domains = [
  analyticsFunctions,
  cleanupFunctions,
  moneyFunctions,
  notificationFunctions,
  orderFunctions,
  productFunctions,
  shopkeeperFunctions,
  userFunctions,
];

/** The marketplace's workflows, ready to be served under the Inngest app `mohallamart`. */
export function mohallaMartFunctions(ports: MohallaMartPorts): InngestFunction.Any[] {
  return domains.flatMap((functions) => functions(ports));
}
