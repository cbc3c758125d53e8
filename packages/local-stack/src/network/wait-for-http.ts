import { setTimeout as delay } from "node:timers/promises";

/**
 * Resolves once a GET of `url` is answered with a status that `accepts` takes (default: any success).
 *
 * @throws the reason of `signal` when it is aborted first.
 */
export async function waitForHttp(
  url: string,
  signal: AbortSignal,
  accepts: (status: number) => boolean = (status) => status < 400,
): Promise<void> {
  for (;;) {
    signal.throwIfAborted();
    try {
      const answer = await fetch(url, { signal, redirect: "manual" });
      await answer.body?.cancel();
      if (accepts(answer.status)) return;
    } catch {
      signal.throwIfAborted();
    }
    await delay(50);
  }
}
