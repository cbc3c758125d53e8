import {
  createReadiness,
  databaseDependency,
  marketplaceDependency,
  type Readiness,
} from "@org/stores/health/readiness";
import { health, marketplaceCheck } from "./database.ts";
import { log } from "./log.ts";
import { productSearch, sharedCache } from "./vendors.ts";

declare global {
  // Like the pools in database.ts: one for every kind of route.
  var orgWebReadiness: Readiness | undefined;
}

/** Whether pages can be served. Without the cache or the search they are slower or plainer, and served. */
export function readiness(): Readiness {
  globalThis.orgWebReadiness ??= createReadiness({
    log,
    dependencies: {
      database: databaseDependency(health()),
      ...marketplaceDependency(marketplaceCheck()),
      cache: {
        isNeeded: false,
        async ask() {
          await sharedCache().get("readiness");
          return "ok";
        },
      },
      search: {
        isNeeded: false,
        async ask() {
          await productSearch().search({ text: "", pageSize: 1 });
          return "ok";
        },
      },
    },
  });
  return globalThis.orgWebReadiness;
}
