import { shopkeeperId as shopkeeperIdSchema } from "@org/events/mohallamart/fields";
import type { Shop } from "@org/stores/mohallamart/port";
import type { Step } from "../design/step.ts";
import { versionOf, type Watched } from "../live/watch.ts";
import { mohallaMart } from "../stores.ts";
import { applicationSettled, toApplicationSteps } from "./application-steps.ts";

export interface FoundApplication extends Watched {
  shop: Shop;
  steps: Step[];
}

/** An application with what has happened to it; undefined when the id is malformed or not known. */
export async function findApplication(shopkeeperId: string): Promise<FoundApplication | undefined> {
  if (!shopkeeperIdSchema.safeParse(shopkeeperId).success) return undefined;
  const { shopkeepers, shops, deliveries } = mohallaMart();
  const application = await shopkeepers.application(shopkeeperId);
  if (!application) return undefined;
  const [shop, sent] = await Promise.all([
    shops.get(application.shopId),
    deliveries.list({ subject: shopkeeperId }),
  ]);
  if (!shop) return undefined;
  const steps = toApplicationSteps({ application, listed: shop.listed, deliveries: sent });
  return { shop, steps, version: versionOf(steps), settled: applicationSettled(steps) };
}
