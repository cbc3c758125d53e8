import { ParseEventsMiddleware } from "@org/events/inngest";
import { type ClientOptions, Inngest } from "inngest";
import { RetryPolicy } from "../retry-policy.ts";

export const operationsAppId = "operations";

/**
 * The Inngest client of the functions that look after all the others.
 *
 * @param options where the engine is (`baseUrl`, `isDev`, keys); Inngest's own environment variables fill the rest
 */
export function operationsInngest(options: Omit<ClientOptions, "id" | "middleware"> = {}): OperationsInngest {
  return new Inngest({
    ...options,
    id: operationsAppId,
    middleware: [ParseEventsMiddleware, RetryPolicy],
  });
}

/** The client that the operations functions are made for. */
export type OperationsInngest = Inngest<{
  id: string;
  middleware: (typeof ParseEventsMiddleware | typeof RetryPolicy)[];
}>;
