import { ParseEventsMiddleware } from "@org/events/inngest";
import { type ClientOptions, type GetStepTools, Inngest } from "inngest";
import { RetryPolicy } from "../retry-policy.ts";

/**
 * The marketplace's Inngest client: checks and upcasts what its functions receive and applies the retry policy.
 *
 * @param options where the engine is (`baseUrl`, `isDev`, keys); Inngest's own environment variables fill the rest
 */
export function mohallaMartInngest(
  options: Omit<ClientOptions, "id" | "middleware"> = {},
): MohallaMartInngest {
  return new Inngest({
    ...options,
    id: "mohallamart",
    middleware: [ParseEventsMiddleware, RetryPolicy],
  });
}

/** The client that the workflows of this product are made for. */
export type MohallaMartInngest = Inngest<{
  id: string;
  middleware: (typeof ParseEventsMiddleware | typeof RetryPolicy)[];
}>;

/** The `step` of this client's functions, for what several of them do in the same steps. */
export type MohallaMartStep = GetStepTools<MohallaMartInngest>;
