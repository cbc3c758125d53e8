import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";

export interface CatalogueServer {
  url: string;
  close(): Promise<void>;
}

interface ServeOptions {
  /** 0 takes a free one. */
  port: number;
  /** Where what is sent from a page goes. */
  engineUrl: string;
  eventKey?: string | undefined;
}

const types: ReadonlyMap<string, string> = new Map([
  ["html", "text/html; charset=utf-8"],
  ["css", "text/css"],
  ["js", "text/javascript"],
  ["json", "application/json"],
]);

/** What a page may do: nothing from elsewhere, and nothing frames it. */
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:";

/** Serves the site on this machine, and passes on what its forms emit. */
export async function serveCatalogue(
  files: ReadonlyMap<string, string>,
  options: ServeOptions,
): Promise<CatalogueServer> {
  const server = createServer((request, response) => {
    void answer(files, options, request, response);
  });
  server.listen(options.port, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : options.port;
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

async function answer(
  files: ReadonlyMap<string, string>,
  options: ServeOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname } = new URL(request.url ?? "/", "http://catalogue");
  if (pathname === "/emit") return emit(options, request, response);
  const path = decodeURI(pathname)
    .replace(/^\//, "")
    .replace(/(^|\/)$/, "$1index.html");
  const content = files.get(path);
  if (content === undefined) return end(response, 404, "There is no such page: begin at /index.html.");
  const type = types.get(path.split(".").at(-1) ?? "") ?? "text/plain; charset=utf-8";
  response.writeHead(200, { "content-type": type, "content-security-policy": policy });
  response.end(content);
}

async function emit(
  { engineUrl, eventKey = "NO_EVENT_KEY_SET" }: ServeOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  // A form of another site cannot send JSON, nor from another origin without asking first.
  if (request.method !== "POST" || request.headers["content-type"] !== "application/json")
    return end(response, 415, "Send an event as JSON, by POST.");
  const headers = { "content-type": "application/json" };
  const body = await text(request);
  const answered = await fetch(new URL(`/e/${encodeURIComponent(eventKey)}`, engineUrl), {
    ...{ method: "POST", headers, body, signal: AbortSignal.timeout(10_000) },
  }).catch(() => undefined);
  if (!answered)
    return end(response, 502, `No engine answers at ${new URL(engineUrl).origin}. Start it with pnpm dev.`);
  const { ids }: { ids?: string[] } = Object(await answered.json().catch(() => undefined));
  if (!answered.ok || !ids?.[0]) return end(response, 502, `The engine answers ${answered.status}.`);
  end(response, 200, `Sent as ${ids.join(", ")}.`);
}

function end(response: ServerResponse, status: number, words: string): void {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8" });
  response.end(words);
}
