import { startEmulators } from "@org/local-stack";
import { productIndex } from "../search/products.ts";
import type { SearchBench } from "../search/testing/bench.ts";
import { typesenseSearch } from "../search/typesense.ts";
import type { Route } from "./benches.ts";
import { closedUrl } from "./canned-server.ts";

export async function typesenseBench(route: Route = async (url) => url): Promise<SearchBench> {
  const vendors = await startEmulators({ rateLimits: false });
  const { url, apiKey } = vendors.typesense;
  const options = { index: productIndex, apiKey, url: await route(url) };
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
