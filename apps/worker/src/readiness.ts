import {
  createReadiness,
  databaseDependency,
  marketplaceDependency,
  type Readiness,
} from "@org/stores/health/readiness";
import { engineUrl } from "./engine-url.ts";
import { log } from "./log.ts";
import type { Ports } from "./ports.ts";

/** Whether runs can be worked on. Whoever else is away fails steps, which are tried again; this process is fine. */
export function workerReadiness(ports: Pick<Ports, "health" | "mohallaMart" | "stores">): Readiness {
  const { health, mohallaMart, stores } = ports;
  return createReadiness({
    log,
    dependencies: {
      database: databaseDependency(health),
      ...marketplaceDependency(stores.checkMarketplace),
      engine: { isNeeded: false, ask: askEngine },
      cache: {
        isNeeded: false,
        async ask() {
          await mohallaMart.cache.get("readiness");
          return "ok";
        },
      },
      search: {
        isNeeded: false,
        async ask() {
          await mohallaMart.search.search({ text: "", pageSize: 1 });
          return "ok";
        },
      },
    },
  });
}

/** Any answer but a failure of its own: that it takes the key and knows the functions is the doctor's question. */
async function askEngine() {
  const answer = await fetch(`${engineUrl()}/health`, { signal: AbortSignal.timeout(2_000) });
  await answer.body?.cancel();
  return answer.status < 500 ? "ok" : "away";
}
