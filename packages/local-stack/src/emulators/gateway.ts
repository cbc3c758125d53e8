import { setTimeout as delay } from "node:timers/promises";
import type { HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { type Listener, listen } from "../network/listen.ts";
import { type FaultQueue, faultQueue, type PendingFault } from "./faults.ts";
import { createListeners, type Listeners } from "./listeners.ts";
import { type RateLimiter, rateLimiter } from "./rate-limit.ts";
import type { VendorEmulator } from "./vendor.ts";

/** How a request ended: with a status, or without a whole answer. */
export interface Answered {
  /** ISO time of the request. */
  at: string;
  /** Method and path, as `POST /emails`. */
  request: string;
  outcome: number | "cut" | "dropped" | "malformed";
}

export interface Gateway extends Listener, Pick<Listeners, "watch"> {
  faults: FaultQueue;
  /** The last dozen requests, oldest first. */
  answered(): readonly Answered[];
}

export interface GatewayOptions {
  vendor: VendorEmulator;
  port: number;
  /** Asked on each request, so that the limits can be switched while it runs. */
  limitsApply: () => boolean;
  /** What the rate limit counts by, milliseconds. */
  now: () => number;
}

const remembered = 12;

/** Puts a vendor on 127.0.0.1: faults first, then the rate limit, then the vendor itself. */
export async function openGateway({ vendor, port, limitsApply, now }: GatewayOptions): Promise<Gateway> {
  const { notify, watch } = createListeners();
  const faults = faultQueue(notify);
  const limiter = vendor.limit && rateLimiter(vendor.limit, now);
  let answered: Answered[] = [];
  const listener = await listen(port, async (request, { outgoing }) => {
    const at = new Date().toISOString();
    const fault = await faults.take(() => request.clone().text());
    const { answer, outcome } = await answerTo(request, fault, outgoing);
    const asked = `${request.method} ${new URL(request.url).pathname}`;
    answered = [...answered, { at, request: asked, outcome }].slice(-remembered);
    notify();
    return answer;
  });

  async function answerTo(
    request: Request,
    fault: PendingFault | undefined,
    outgoing: HttpBindings["outgoing"],
  ): Promise<{ answer: Response; outcome: Answered["outcome"] }> {
    if (fault?.drop) return { answer: drop(outgoing), outcome: "dropped" };
    if (fault?.delay && fault.status) await delay(fault.delay);
    const { status } = fault ?? {};
    if (status) return { answer: failure(vendor, status, fault?.retryAfter), outcome: status };
    const limits = limiter && limitsApply() ? takeFrom(limiter, vendor) : undefined;
    const answer = limits?.refusal ?? (await vendor.handle(request));
    for (const [name, value] of Object.entries(limits?.headers ?? {})) answer.headers.set(name, value);
    if (fault?.delay) await delay(fault.delay);
    if (fault?.cut) return { answer: await cut(outgoing, answer), outcome: "cut" };
    if (fault?.malformed) return { answer: await truncated(answer), outcome: "malformed" };
    return { answer, outcome: answer.status };
  }

  return { ...listener, faults, answered: () => answered, watch };
}

function failure(vendor: VendorEmulator, status: number, retryAfter?: number): Response {
  const headers = retryAfter === undefined ? undefined : { "retry-after": String(retryAfter) };
  return Response.json(vendor.errorBody(status), { status, headers });
}

/** Header names are those of the IETF draft that Resend and others follow. */
function takeFrom(limiter: RateLimiter, vendor: VendorEmulator) {
  const { remaining, reset, retryAfter } = limiter.take();
  const headers = {
    "ratelimit-limit": String(vendor.limit?.requests),
    "ratelimit-remaining": String(remaining),
    "ratelimit-reset": String(reset),
  };
  return { headers, refusal: retryAfter === undefined ? undefined : failure(vendor, 429, retryAfter) };
}

function drop(outgoing: HttpBindings["outgoing"]): Response {
  outgoing.destroy();
  return RESPONSE_ALREADY_SENT;
}

/** The announced length is that of the whole answer, so that the client notices what is missing. */
async function cut(outgoing: HttpBindings["outgoing"], answer: Response): Promise<Response> {
  const body = Buffer.from(await answer.arrayBuffer());
  const headers = { ...Object.fromEntries(answer.headers), "content-length": String(body.length + 1) };
  outgoing.writeHead(answer.status, headers);
  await new Promise((sent) => outgoing.write(body.subarray(0, Math.ceil(body.length / 2)), sent));
  outgoing.destroy();
  return RESPONSE_ALREADY_SENT;
}

async function truncated(answer: Response): Promise<Response> {
  const body = await answer.text();
  return new Response(body.slice(0, Math.ceil(body.length / 2)) || "{", {
    status: 200,
    // Named, so that a check of what the vendor answers can tell the fault from the emulator's own mistake.
    headers: { "content-type": "application/json", "x-injected-fault": "malformed" },
  });
}
