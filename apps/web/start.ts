import { setDefaultResultOrder } from "node:dns";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

// Starts the built app on HOST and PORT: as `next start` in the repository, as Next's own server in the image. Next alone would
// listen on every address of the machine.

/** Where to listen, or what is wrong with it. No dependency: the image has only what Next traced. */
function listening({ HOST, PORT }: NodeJS.ProcessEnv): { host: string; port: string; problems: string[] } {
  const host = HOST || "127.0.0.1";
  const port = PORT || "3000";
  const problems = [
    ...(/^[A-Za-z0-9.:_-]+$/.test(host) ? [] : ["HOST: an address to bind or a host's name, without a port"]),
    ...(/^\d{1,5}$/.test(port) && Number(port) <= 65_535 ? [] : ["PORT: a number from 0 to 65535"]),
  ];
  return { host, port, problems };
}

const { host, port, problems } = listening(process.env);
if (problems.length > 0) {
  process.stderr.write(`The web app cannot start. See .env.example, then set:\n  ${problems.join("\n  ")}\n`);
  process.exit(1);
}

// Next calls this machine localhost. Told its address, it takes a page of its own for another server's, which it requests over the
// network: whatever is not found, and what an email's button posts.
const isLocal = host === "127.0.0.1";
const name = isLocal ? "localhost" : host;
if (isLocal) setDefaultResultOrder("ipv4first");

const ownServer = join(import.meta.dirname, "server.js");
if (existsSync(ownServer)) {
  process.env.HOSTNAME = name;
  process.env.PORT = port;
  await import(pathToFileURL(ownServer).href);
} else {
  process.chdir(import.meta.dirname);
  process.argv.splice(2, Number.POSITIVE_INFINITY, "start", "-H", name, "-p", port);
  await import("next/dist/bin/next");
}
