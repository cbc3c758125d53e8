import type { History } from "../history/history.ts";
import { type Played, type PlayOptions, play } from "../play.ts";
import { useServer } from "./use-server.ts";

/** Plays a history on a Postgres of the test's own. */
export async function playInTest(
  history: History,
  options: Omit<PlayOptions, "server"> = {},
): Promise<Played> {
  return play(history, { ...options, server: await useServer() });
}
