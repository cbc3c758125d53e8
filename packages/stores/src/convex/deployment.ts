import { setTimeout as sleep } from "node:timers/promises";
import { ConvexClient, ConvexHttpClient } from "convex/browser";
import {
  type FunctionArgs,
  type FunctionReference,
  type FunctionReturnType,
  getFunctionName,
} from "convex/server";
import { convexToJson, getConvexSize, type Value } from "convex/values";
import { readingAnswers } from "./answers.ts";
import {
  type CallSite,
  finalError,
  isConflict,
  olderDeployment,
  type Refusals,
  storeError,
} from "./failures.ts";
import { functions } from "./functions.ts";
import { deployedVersion } from "./version.ts";

export interface ConvexOptions {
  /** The deployment's address, as `https://happy-animal-123.convex.cloud`. */
  url: string;
  /** The secret that the deployment's functions ask for. */
  serviceKey: string;
  /** Milliseconds for a whole call. Default 10,000. */
  timeout?: number;
  fetch?: typeof globalThis.fetch;
  /** Waits between two tries of a conflict; milliseconds. */
  pause?: (milliseconds: number) => Promise<unknown>;
}

/** What a function takes beside the service key. */
export type Given<Called extends FunctionReference<"query" | "mutation">> = Omit<
  FunctionArgs<Called>,
  "serviceKey"
>;

/** The calls of one port. Each throws an `IntegrationError` in its port's name. */
export interface ConvexCalls {
  query<Called extends FunctionReference<"query">>(
    called: Called,
    values: Given<Called>,
  ): Promise<FunctionReturnType<Called>>;
  mutation<Called extends FunctionReference<"mutation">>(
    called: Called,
    values: Given<Called>,
  ): Promise<FunctionReturnType<Called>>;
}

export interface ConvexDeployment {
  /** @param refusals what the port's functions may refuse */
  callsOf(port: string, refusals?: Refusals): ConvexCalls;
  /**
   * Calls back whenever a query's result is another one.
   * @param onConnection called when the connection is lost, and when there is another one
   */
  subscribe<Called extends FunctionReference<"query">>(
    called: Called,
    values: Given<Called>,
    onChange: (result: FunctionReturnType<Called>) => void,
    onConnection?: (isConnected: boolean) => void,
  ): Subscription;
}

export interface Subscription {
  readonly isConnected: boolean;
  end(): Promise<void>;
}

/** How often a mutation is tried that met another one, which changed what it read. */
const conflictTries = 5;
/** What a document may hold at most, less the room for its other fields. */
const maximumSize = 2 ** 20 - 2 ** 13;

/** Calls the functions of one deployment, with the service key. */
export function convexDeployment(options: ConvexOptions): ConvexDeployment {
  const { url, serviceKey, timeout = 10_000, fetch = globalThis.fetch, pause = sleep } = options;
  const client = new ConvexHttpClient(url, {
    fetch: readingAnswers(fetch, timeout),
    // A deployment of one's own has an address of its own.
    skipConvexDeploymentUrlCheck: true,
    // Log lines of functions are the deployment's; they may hold what nobody may read here.
    logger: false,
  });

  async function call<Called extends FunctionReference<"query" | "mutation">>(
    { port, refusals }: { port: string; refusals: Refusals },
    called: Called,
    values: Given<Called>,
    perform: (args: FunctionArgs<Called>) => Promise<FunctionReturnType<Called>>,
  ): Promise<FunctionReturnType<Called>> {
    const site = { port, method: getFunctionName(called) };
    assertHeld(values, site);
    try {
      return await untilNoConflict(() => perform({ ...values, serviceKey }), pause);
    } catch (error) {
      throw storeError(error, site, refusals);
    }
  }

  return {
    subscribe(called, values, onChange, onConnection) {
      const live = new ConvexClient(url, { skipConvexDeploymentUrlCheck: true, logger: false });
      // What a query refuses, its caller hears when it calls: whoever listens also looks by itself from time to time.
      live.onUpdate(called, { ...values, serviceKey }, onChange, () => undefined);
      let wasConnected: boolean | undefined;
      live.subscribeToConnectionState(({ isWebSocketConnected, hasEverConnected }) => {
        if (!hasEverConnected || isWebSocketConnected === wasConnected) return;
        // The first connection is no news.
        if (wasConnected !== undefined) onConnection?.(isWebSocketConnected);
        wasConnected = isWebSocketConnected;
      });
      return {
        get isConnected() {
          return live.connectionState().isWebSocketConnected;
        },
        end: () => live.close(),
      };
    },
    callsOf: (port, refusals = () => undefined) => ({
      query: (called, values) =>
        call({ port, refusals }, called, values, (args) => client.query(called, args)),
      mutation: (called, values) =>
        call({ port, refusals }, called, values, (args) =>
          client.mutation(called, args, { skipQueue: true }),
        ),
    }),
  };
}

/**
 * Looks whether the deployment answers, takes the key, and has functions that this code can call.
 * @throws IntegrationError, final for what somebody has to set right, with one message that says what.
 */
export async function checkDeployment(deployment: ConvexDeployment): Promise<void> {
  const version = await deployment.callsOf("convex").query(functions.deployment.version, {});
  const site = { port: "convex", method: "deployment:version" };
  if (version < deployedVersion) throw finalError(site, olderDeployment, "older-deployment");
}

async function untilNoConflict<Result>(
  attempt: () => Promise<Result>,
  pause: (milliseconds: number) => Promise<unknown>,
): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!isConflict(error) || tries === conflictTries) throw error;
    }
    // A random part, so that those who met do not meet again.
    const longest = Math.min(400, 25 * 2 ** tries);
    await pause(longest / 2 + Math.random() * (longest / 2));
  }
}

/** Says what Convex cannot hold before anything is sent. */
function assertHeld(values: object, site: CallSite): void {
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) continue;
    let size: number;
    try {
      convexToJson(value);
      size = Math.max(
        0,
        ...(Array.isArray(value) ? value : [value]).map((each: Value) => getConvexSize(each)),
      );
    } catch {
      const advice = `Convex cannot hold "${name}": a field's name in it begins with $ or is not plain ASCII, or a value is no JSON. Keep it as JSON text.`;
      throw finalError(site, advice, "value-not-held");
    }
    if (size > maximumSize) {
      const advice = `"${name}" has ${size} bytes, and Convex holds ${maximumSize} at most. Keep it elsewhere and its address here.`;
      throw finalError(site, advice, "value-too-large");
    }
  }
}
