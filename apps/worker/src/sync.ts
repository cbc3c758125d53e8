import { createHmac } from "node:crypto";
import { servePaths } from "./app.ts";

/** What became of one app's registration. `problem` is what to tell whoever asked for it. */
export interface Synced {
  path: (typeof servePaths)[number];
  problem?: string;
}

export interface SyncOptions {
  /** Where the worker is reached. */
  origin: string;
  /** Signs the requests, as the worker asks for outside development. */
  signingKey: string | undefined;
}

/** How long the worker may take to register an app with Inngest, in milliseconds. */
const patience = 30_000;
const body = "{}";

/** Has the worker register the functions of every app that it serves. */
export async function syncApps({ origin, signingKey }: SyncOptions): Promise<Synced[]> {
  const synced: Synced[] = [];
  for (const path of servePaths) {
    const problem = await syncApp(`${origin}${path}`, signingKey);
    synced.push(problem === undefined ? { path } : { path, problem });
  }
  return synced;
}

async function syncApp(url: string, signingKey: string | undefined): Promise<string | undefined> {
  const headers = {
    "content-type": "application/json",
    ...(signingKey === undefined ? {} : { "x-inngest-signature": sign(signingKey) }),
  };
  try {
    const response = await fetch(url, {
      method: "PUT",
      headers,
      body,
      signal: AbortSignal.timeout(patience),
    });
    if (response.ok) return undefined;
    if (response.status === 401) {
      return "the worker refused the signature: it runs with another INNGEST_SIGNING_KEY, or its clock is minutes off";
    }
    return `the worker answered ${response.status}: ${(await response.text()).slice(0, 200)}`;
  } catch (error) {
    const cause = error instanceof Error ? (error.cause ?? error) : error;
    return `the worker cannot be reached (${cause instanceof Error ? cause.message : String(cause)})`;
  }
}

/** The signature of the protocol: HMAC-SHA256 over the canonical JSON, which `{}` is already, and the time in seconds. */
function sign(signingKey: string): string {
  const time = Math.round(Date.now() / 1_000).toString();
  const key = signingKey.replace(/^signkey-\w+-/, "");
  return `t=${time}&s=${createHmac("sha256", key)
    .update(body + time)
    .digest("hex")}`;
}
