import type { Call } from "../core/dispatcher.ts";
import { type Transport, TransportError } from "../engine/transport.ts";
import type { RawAnswer } from "../protocol/answer.ts";
import type { FaultPlan, WorkerState } from "./faults.ts";
import { type AppHandler, serveInProcess, type TestApp, type TestClientOptions } from "./sdk.ts";

export type AppFactory = (clientOptions: TestClientOptions) => TestApp;

const apiOrigin = "http://engine.test/";

export interface Workers {
  /** Brings the engine's calls to the app in process. */
  transport: Transport;
  /** Asks each app for its functions. Resolves to what the apps register. */
  registrations(): Promise<unknown[]>;
  /** Where in its work a call is, for the report of a hang. */
  whereIs(call: Call): WorkerState;
}

/**
 * Runs the apps in this process, without ports.
 * @param handleApi answers what the apps' clients ask of the engine.
 */
export function createWorkers(
  factories: readonly AppFactory[],
  plan: FaultPlan,
  handleApi: (request: Request) => Promise<Response>,
): Workers {
  const clientOptions: TestClientOptions = {
    isDev: true,
    baseUrl: apiOrigin,
    eventKey: "test",
    fetch: (input, init) => answerClient(sentRequest(input, init)),
  };
  const start = (factory: AppFactory): AppHandler => serveInProcess(factory(clientOptions), plan.intercept);
  const handlers = factories.map(start);

  function restart(position: number) {
    const factory = factories[position];
    if (factory) handlers[position] = start(factory);
  }

  async function answerClient(request: Request): Promise<Response> {
    const worker = await cutOffWorker(request);
    if (worker?.fate === "lose") return conflict();
    const response = await handleApi(request);
    return worker?.fate === "crash" ? conflict() : response;
  }

  async function cutOffWorker(request: Request): Promise<WorkerState | undefined> {
    const someAreCutOff = [...plan.workers.values()].some(({ fate }) => fate !== undefined);
    if (!someAreCutOff || !request.url.includes("/v1/checkpoint/")) return undefined;
    const body: unknown = await request.clone().json();
    const requestId =
      typeof body === "object" && body !== null && "request_id" in body ? String(body.request_id) : "";
    return plan.workers.get(requestId);
  }

  const transport: Transport = async ({ url, headers, body, method = "POST" }) => {
    const position = positionOf(url);
    const handler = handlers[position];
    if (!handler) throw new TransportError(`no app answers at ${url}.`, "never");
    const response = await handler({
      url,
      method,
      headers: new Headers(headers),
      text: () => Promise.resolve(body),
    });
    const requestId = headers["x-request-id"] ?? "";
    const fate = plan.workers.get(requestId)?.fate;
    plan.workers.delete(requestId);
    if (fate) restart(position);
    if (fate === "lose" || (fate === "crash" && wasHalted(response))) {
      throw new TransportError(`the worker at ${url} died before it answered.`, "lost");
    }
    return response;
  };

  return {
    transport,
    whereIs: (call) => plan.workers.get(call.requestId) ?? {},
    registrations: () => Promise.all(handlers.map((_handler, position) => inBandSync(transport, position))),
  };
}

/** After a 409 the SDK answers with its stale-dispatch error: the stored checkpoint was the worker's last word. */
function wasHalted({ status, body }: RawAnswer): boolean {
  return status === 400 && body.includes("StaleDispatchError");
}

/** As it would come over HTTP: with its length said, so that whoever limits it need not count while reading. */
function sentRequest(input: string | URL | Request, init: RequestInit | undefined): Request {
  const request = new Request(input, init);
  if (typeof init?.body === "string")
    request.headers.set("content-length", String(Buffer.byteLength(init.body)));
  return request;
}

function conflict(): Response {
  return Response.json({ error: "cut off by the test engine", status: 409 }, { status: 409 });
}

async function inBandSync(transport: Transport, position: number): Promise<unknown> {
  const url = urlOf(position);
  const headers = {
    "content-type": "application/json",
    "x-inngest-sync-kind": "in_band",
    "x-inngest-server-kind": "dev",
  };
  const answer = await transport({ url, headers, body: JSON.stringify({ url }), method: "PUT" });
  const body: unknown = JSON.parse(answer.body);
  if (answer.status === 200) return body;
  throw new Error(`the app at position ${position} cannot be served: ${answer.body}`);
}

function urlOf(position: number): string {
  return `http://app-${position}.test/api/inngest`;
}

function positionOf(url: string): number {
  return Number(/^http:\/\/app-(\d+)\.test\//.exec(url)?.[1] ?? -1);
}
