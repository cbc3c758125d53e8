import { rebuildIndex } from "@org/integrations/search/rebuild";
import { advanceProductRebuild, type MohallaMartPorts } from "@org/workflows/mohallamart";
import { log } from "./log.ts";

/** What the workflow `reindex-products` does, without an engine: for the first start, and when the index is lost. */
export async function reindex(ports: MohallaMartPorts): Promise<void> {
  await rebuildIndex({
    index: ports.search,
    rebuildId: `cli-${Date.now()}`,
    advance: (progress) => advanceProductRebuild(ports, progress),
    onProgress: ({ state, imported, refused, refusals }) =>
      log.info({ state, imported, refused, refusals }, "products are being indexed"),
  });
}
