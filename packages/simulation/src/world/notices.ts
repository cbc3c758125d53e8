import { once } from "node:events";
import { createServer } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import type { Emulators } from "@org/local-stack";

/** A webhook as it came. */
export interface NoticeRequest {
  body: string;
  headers: Headers;
}

/** Razorpay warns that an event comes twice, and a later one before it: of these, what follows from them. */
const overtaken: ReadonlySet<string> = new Set(["payment.authorized", "refund.created"]);
/** Milliseconds that an event is late, and that its copy is later than it. */
const lateness = 60_000;

/**
 * Takes the payment vendor's webhooks and keeps them until they are asked for, so that they are handled in their order and
 * never beside something else. Each comes twice, some of them late, by the clock of the play.
 */
export async function listenForNotices() {
  let received = 0;
  let handed = 0;
  let expected = 0;
  const waiting: NoticeRequest[] = [];
  let later: { request: NoticeRequest; at: number }[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    const headers = new Headers();
    for (const [name, value] of Object.entries(request.headers)) headers.set(name, String(value));
    waiting.push({ body, headers });
    received += 1;
    response.writeHead(200).end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("The server has no port.");

  return {
    url: `http://127.0.0.1:${address.port}/`,
    /** What has come until now, in the order of the events' ids. @param now milliseconds since 1970 */
    async take({ outbox }: Emulators, now: number): Promise<NoticeRequest[]> {
      const all = outbox();
      const fresh = all.slice(handed).filter(({ vendor }) => vendor === "razorpay").length;
      handed = all.length;
      expected += fresh;
      while (received < expected) await pause(1);
      const due = later.filter(({ at }) => at <= now).map(({ request }) => request);
      later = later.filter(({ at }) => at > now);
      const come = waiting.splice(0).toSorted((one, other) => (idOf(one) < idOf(other) ? -1 : 1));
      const isLate = (request: NoticeRequest) => overtaken.has(eventOf(request));
      for (const request of come) {
        if (isLate(request)) later.push({ request, at: now + lateness });
        later.push({ request, at: now + (isLate(request) ? 2 : 1) * lateness });
      }
      return [...due, ...come.filter((request) => !isLate(request))];
    },
    /** As the vendor does with what was not taken. */
    again: (request: NoticeRequest, at: number) => {
      later.push({ request, at });
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Guarantee: the emulator's webhooks name their event. */
function eventOf({ body }: NoticeRequest): string {
  return (JSON.parse(body) as { event: string }).event;
}

function idOf({ headers }: NoticeRequest): string {
  return headers.get("x-razorpay-event-id") ?? "";
}
