import { type AnyCapability, vendorsOf } from "@org/integrations/capability";
import type { Environment } from "@org/integrations/vendor";
import type { Ports } from "../ports.ts";
import { type Check, ok, unknown, wrong } from "./check.ts";

/** One for each vendor that is configured: whether it is there and takes its keys. */
export function vendorChecks(capabilities: readonly AnyCapability[], environment: Environment): Check[] {
  return capabilities.flatMap((capability) =>
    vendorsOf(capability)
      .filter((vendor) => vendor.isConfigured(environment))
      .map((vendor) => ({
        name: `${capability.name}: ${vendor.name}`,
        async look() {
          const unasked = await vendor.check(environment);
          return unasked
            ? unknown(`Not asked: ${unasked.because}.`)
            : ok("answers, and takes what is configured");
        },
      })),
  );
}

/** Whether the products can be searched. */
export function searchIndexCheck(index: Ports["mohallaMart"]["search"]): Check {
  return {
    name: "search index",
    async look() {
      try {
        const { total } = await index.search({ text: "", pageSize: 1 });
        return ok(`holds ${total} products`);
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        return wrong(`${reason} If it is not there, run: node cli.js migrate reindex`);
      }
    },
  };
}
