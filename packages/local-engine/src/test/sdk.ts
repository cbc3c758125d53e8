import { type Inngest, type InngestFunction, Middleware } from "inngest";
import { serve } from "inngest/edge";

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

export type AppHandler = (request: Request) => Promise<Response>;

/** Serves an app in process and puts the interceptor around its steps, inside the app's own middleware. */
export function serveInProcess(app: TestApp, interceptor: StepInterceptor): AppHandler {
  const { client, functions } = toSdkApp(app);
  client.middleware.push(createStepMiddleware(interceptor));
  return serve({ client, functions });
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
