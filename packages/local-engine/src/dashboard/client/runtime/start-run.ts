import { postJson } from "./api.ts";
import { navigate, pathTo } from "./router.ts";

/** Asks the engine for a run, and opens its page. */
export async function startRun(path: string, body?: unknown): Promise<void> {
  const { runId } = await postJson<{ runId: string }>(path, body);
  navigate(pathTo("runs", runId));
}
