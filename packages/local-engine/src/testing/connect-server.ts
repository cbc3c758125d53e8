import { onTestFinished } from "vitest";
import { type DevServer, type DevServerOptions, startDevServer } from "../dev-server.ts";

/** A dev server on a free port that is closed when the test has finished; retries come at once. */
export async function startConnectServer(options: Partial<DevServerOptions> = {}): Promise<DevServer> {
  const server = await startDevServer({ port: 0, pollInterval: false, retryInterval: 1, ...options });
  onTestFinished(() => server.close());
  return server;
}

/** The newest run as it is now. */
export function newestRun({ engine }: DevServer) {
  const [run] = engine.runs();
  return run && engine.run(run.id)?.run;
}
