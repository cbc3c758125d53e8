import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface CollectedSpan {
  name: string;
  traceId: string;
  spanId: string;
  parentSpanId?: string;
}

/** Takes what is sent by OTLP over HTTP, as JSON, and keeps all of it. */
export async function startCollector() {
  const bodies: string[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const part of request.setEncoding("utf8")) body += part;
    bodies.push(body);
    response.setHeader("content-type", "application/json").end("{}");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    text: () => bodies.join("\n"),
    spans: () => bodies.flatMap((body) => spansIn(JSON.parse(body))),
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}

interface Traces {
  resourceSpans?: { scopeSpans: { spans: CollectedSpan[] }[] }[];
}

function spansIn({ resourceSpans = [] }: Traces): CollectedSpan[] {
  return resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans));
}
