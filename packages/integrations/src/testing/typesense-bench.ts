import { startEmulators } from "@org/local-stack";
import { closedUrl } from "../contracts/canned-server.ts";
import { goodsIndex } from "../contracts/goods-index.ts";
import type { SearchBench } from "../search/contract/bench.ts";
import { typesenseSearch } from "../search/typesense.ts";
import type { Route } from "./benches.ts";

export async function typesenseBench(route: Route = async (url) => url): Promise<SearchBench> {
  const vendors = await startEmulators({ rateLimits: false });
  const { url, apiKey } = vendors.typesense;
  const options = { index: goodsIndex, apiKey, url: await route(url) };
  return {
    index: typesenseSearch(options),
    impatient: typesenseSearch({ ...options, timeout: 100, importTimeout: 100 }),
    unauthorised: typesenseSearch({ ...options, apiKey: "unknown" }),
    unreachable: typesenseSearch({ ...options, url: await closedUrl() }),
    failNext: (fault) => vendors.failNext("typesense", fault),
    reset: vendors.reset,
    stop: vendors.stop,
  };
}
