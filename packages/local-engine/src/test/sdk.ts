import { type Inngest, InngestCommHandler, type InngestFunction, Middleware } from "inngest";
import type { RawAnswer } from "../protocol/answer.ts";

/** An Inngest client, as far as the test engine needs one. Structural, so that any copy of the SDK fits. */
export interface TestClient {
  readonly id: string;
}

/** A function made by `client.createFunction`. */
export interface TestFunction {
  id(prefix?: string): string;
}

export interface TestApp {
  client: TestClient;
  functions: readonly TestFunction[];
}

/** What an app's client has to be made with, so that it talks to the test engine. */
export interface TestClientOptions {
  isDev: true;
  baseUrl: string;
  eventKey: string;
  fetch: typeof fetch;
}

/** Called around every step that really runs. */
export type StepInterceptor = (step: {
  /** Names the call within which the step runs. */
  requestId: string;
  appId: string;
  functionId: string;
  stepId: string;
  next: () => Promise<unknown>;
}) => Promise<unknown>;

/** A call as the app gets it: what middleware reads of a `Request`, and no HTTP message. */
interface AppRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  text(): Promise<string>;
}

export type AppHandler = (request: AppRequest) => Promise<RawAnswer>;

/** Serves an app in process and puts the interceptor around its steps, inside the app's own middleware. */
export function serveInProcess(app: TestApp, interceptor: StepInterceptor): AppHandler {
  const { client, functions } = toSdkApp(app);
  client.middleware.push(createStepMiddleware(interceptor));
  return new InngestCommHandler({
    frameworkName: "local-engine",
    client,
    functions,
    handler: inProcess,
  }).createHandler();
}

/** How the SDK reads a request and answers it, as its adapters of servers say it. */
function inProcess(request: AppRequest) {
  return {
    url: () => new URL(request.url),
    method: () => request.method,
    headers: (name: string) => request.headers.get(name),
    body: () => request.text(),
    transformResponse: toRawAnswer,
  };
}

interface SdkAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

function toRawAnswer({ status, headers, body }: SdkAnswer): RawAnswer {
  const named = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  return { status, header: (name) => named.get(name), body };
}

function createStepMiddleware(interceptor: StepInterceptor): Middleware.Class {
  return class extends Middleware.BaseMiddleware {
    readonly id = "local-engine:test";
    override wrapStepHandler({ ctx, fn, next, stepInfo }: Middleware.WrapStepHandlerArgs): Promise<unknown> {
      return interceptor({
        requestId: "requestId" in ctx ? String(ctx.requestId) : "",
        appId: this.client.id,
        functionId: fn.id(this.client.id),
        stepId: stepInfo.options.id,
        next: async () => next(),
      });
    }
  };
}

interface SdkApp {
  client: Inngest.Any;
  functions: InngestFunction.Any[];
}

/** Guarantee: the client and the functions were made by the SDK, whose copies agree on the members used here. */
function toSdkApp(app: TestApp): SdkApp {
  return app as unknown as SdkApp;
}
