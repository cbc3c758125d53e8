import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { closedUrl } from "../contracts/canned-server.ts";

export interface RedisServer {
  url: string;
  stop(): Promise<void>;
}

/** Whether the machine has a Redis to test against. CI must have one: there its absence is a failure. */
export function hasRedisServer(): boolean {
  return process.env.CI !== undefined || spawnSync("redis-server", ["--version"]).error === undefined;
}

/** A real Redis, without persistence, on a free port or this one. @throws Error when the machine has none. */
export async function startRedisServer(
  options: { password?: string; port?: string } = {},
): Promise<RedisServer> {
  const port = options.port ?? new URL(await closedUrl()).port;
  const settings = ["--port", port, "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"];
  const secured = options.password ? ["--requirepass", options.password] : [];
  const server = spawn("redis-server", [...settings, ...secured], { stdio: ["ignore", "pipe", "ignore"] });
  await ready(server);
  return {
    url: `redis://127.0.0.1:${port}`,
    async stop() {
      if (server.exitCode !== null) return;
      server.kill();
      await once(server, "exit");
    },
  };
}

async function ready(server: ChildProcess): Promise<void> {
  const failed = new Promise<never>((_, reject) => {
    server.once("error", () =>
      reject(new Error("There is no redis-server. Install it: apt-get install redis-server")),
    );
    server.once("exit", (code) =>
      reject(new Error(`redis-server ended with code ${code} before it was ready.`)),
    );
  });
  const listening = new Promise<void>((resolve) => {
    if (!server.stdout) return;
    createInterface(server.stdout).on("line", (line) => {
      if (line.includes("Ready to accept connections")) resolve();
    });
  });
  await Promise.race([listening, failed]);
}
