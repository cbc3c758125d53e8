import { createServer } from "node:http";
import { onTestFinished } from "vitest";
import { listenOnFreePort } from "../conformance/listen.ts";

/**
 * A server that does what another does, but whose REST API says something else. Resolves to its address.
 * @param change is called for each value in an answer, as a reviver of `JSON.parse` is.
 * @param unknown the paths that this server does not know.
 */
export async function startChangedServer(
  target: string,
  change: (key: string, value: unknown) => unknown,
  unknown: readonly string[] = [],
): Promise<string> {
  const server = createServer(async (request, response) => {
    const { method = "GET", url = "/" } = request;
    if (unknown.includes(url)) {
      response.writeHead(404).end();
      return;
    }
    const contentType = { "content-type": "application/json" };
    const hasBody = method === "POST" || method === "PUT";
    const body = hasBody ? { body: await new Response(request).text() } : {};
    const answer = await fetch(target + url, { method, headers: contentType, ...body });
    const text = await answer.text();
    const isRead = method === "GET" && url.startsWith("/v1/");
    response
      .writeHead(answer.status, contentType)
      .end(isRead ? JSON.stringify(JSON.parse(text, (key, value) => change(key, value))) : text);
  });
  onTestFinished(
    () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  return new URL(await listenOnFreePort(server)).origin;
}
