import { startRebuild } from "@org/integrations/search/rebuild";
import { advanceProductRebuild, type MohallaMartPorts } from "@org/workflows/mohallamart";
import { log } from "./log.ts";

/** What the workflow `reindex-products` does, without an engine: for the first start, and when the index is lost. */
export async function reindex(ports: MohallaMartPorts): Promise<void> {
  let progress = await startRebuild({ index: ports.search }, `cli-${Date.now()}`);
  while (progress.state !== "live") {
    progress = await advanceProductRebuild(ports, progress);
    const { state, imported, refused, refusals } = progress;
    log.info({ state, imported, refused, refusals }, "products are being indexed");
  }
}
