import { ParseEventsMiddleware } from "@org/events/inngest";
import { type ClientOptions, Inngest } from "inngest";
import { RetryPolicy } from "../retry-policy.ts";

/**
 * The tenant association's Inngest client: checks and upcasts what its functions receive and applies the retry policy.
 *
 * @param options where the engine is (`baseUrl`, `isDev`, keys); Inngest's own environment variables fill the rest
 */
export function tenOceanInngest(options: Omit<ClientOptions, "id" | "middleware"> = {}): TenOceanInngest {
  return new Inngest({
    ...options,
    id: "ten-ocean-tenant-assc",
    middleware: [ParseEventsMiddleware, RetryPolicy],
  });
}

/** The client that the workflows of this product are made for. */
export type TenOceanInngest = Inngest<{
  id: string;
  middleware: (typeof ParseEventsMiddleware | typeof RetryPolicy)[];
}>;
