import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";

export interface Registry {
  /** `http://127.0.0.1:…`, with a slash at the end. */
  url: string;
  /** Lines of an .npmrc: our packages come from here and may be published here; all others from where they always do. */
  settings: string;
  stop(): Promise<void>;
}

const patience = 60_000;

/** A registry of our own scope, on this machine alone, which asks no other for anything. */
export async function startRegistry(folder: string): Promise<Registry> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  await mkdir(folder, { recursive: true });
  const configuration = {
    storage: join(folder, "storage"),
    auth: { htpasswd: { file: join(folder, "htpasswd"), max_users: 1 } },
    uplinks: {},
    packages: { "@org/*": { access: "$all", publish: "$authenticated" } },
    max_body_size: "100mb",
    log: { type: "stdout", format: "json", level: "error" },
  };
  const file = join(folder, "config.yaml");
  await writeFile(file, JSON.stringify(configuration));
  const bin = join(dirname(createRequire(import.meta.url).resolve("verdaccio")), "../bin/verdaccio");
  const child = spawn(process.execPath, [bin, "--config", file, "--listen", `127.0.0.1:${port}`], {
    cwd: folder,
    stdio: ["ignore", "ignore", "inherit"],
  });
  const stop = async () => {
    if (child.exitCode !== null) return;
    const ended = once(child, "exit");
    child.kill("SIGTERM");
    await ended;
  };
  try {
    const token = await becomeUser(url);
    const settings = `@org:registry=${url}\n//127.0.0.1:${port}/:_authToken=${token}\n`;
    return { url, settings, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** As `npm adduser` does, once the registry answers. */
async function becomeUser(url: string): Promise<string> {
  const user = { name: "rehearsal", password: "of this machine alone" };
  const until = Date.now() + patience;
  for (;;) {
    const answer = await fetch(`${url}-/user/org.couchdb.user:${user.name}`, {
      method: "PUT",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(user),
    }).catch(() => undefined);
    if (answer?.ok) return tokenIn(await answer.json());
    if (Date.now() > until)
      throw new Error(`The registry did not answer at ${url} within ${patience / 1000} s.`);
    await delay(200);
  }
}

function tokenIn(answer: unknown): string {
  const token = typeof answer === "object" && answer !== null && "token" in answer ? answer.token : undefined;
  if (typeof token !== "string") throw new Error("The registry gave no token.");
  return token;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" && address !== null ? address.port : 0;
}
