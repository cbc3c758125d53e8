import { startRebuild } from "@org/integrations/search/rebuild";
import type { InngestFunction } from "inngest";
import { keyOfOneReplay } from "../../replayed-apart.ts";
import { retries } from "../../retry-policy.ts";
import { brandOf } from "../brand.ts";
import type { Uses } from "../ports.ts";
import { advanceProductRebuild, type RebuildPorts } from "./product-document.ts";

type Ports = Uses<{ inngest: true; brand: true }> & RebuildPorts;

/**
 * Builds the search index anew beside the live one and swaps it in: every night, or when somebody invokes the function
 * from the engine's dashboard. Customers search the old index meanwhile, and changes go to both.
 *
 * Each page is a step: a run that is interrupted goes on with the page it was at, and every step's output says how many
 * products are imported so far. A schedule that comes while it runs is skipped, so that the work done is not lost; a run
 * that the engine starts beside it nevertheless takes over, and the earlier one fails with the words that it did.
 */
export function reindexProducts(ports: Ports): InngestFunction.Any {
  return ports.inngest.createFunction(
    {
      id: "reindex-products",
      triggers: [{ cron: `TZ=${brandOf(ports).timeZone} 30 2 * * *` }],
      ...retries(
        8,
        "Nobody waits for it, and giving up loses the pages done: it is tried again after a minute, then every five, which reaches over 35 minutes of an outage.",
        [60_000, 300_000],
      ),
      singleton: { key: keyOfOneReplay("'products'"), mode: "skip" },
    },
    async ({ runId, step, logger }) => {
      let progress = await step.run("start-rebuild", () => startRebuild({ index: ports.search }, runId));
      for (let page = 1; progress.state === "importing"; page += 1) {
        const before = progress;
        progress = await step.run(`import-page:${page}`, () => advanceProductRebuild(ports, before));
        logger.info({ imported: progress.imported, refused: progress.refused }, "products are being indexed");
      }
      const imported = progress;
      return await step.run("swap-index", () => advanceProductRebuild(ports, imported));
    },
  );
}
