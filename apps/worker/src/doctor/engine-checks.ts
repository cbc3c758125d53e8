import { createHash } from "node:crypto";
import type { ServedApps } from "../app.ts";
import { type Check, ok, wrong } from "./check.ts";

export interface EngineChecksOptions {
  /** By where they are served. */
  apps: Readonly<Record<string, ServedApps[keyof ServedApps]>>;
  /** Of the engine's API. */
  engineUrl: string;
  signingKey: string | undefined;
}

const patience = 10_000;

/** One for each app: whether the engine answers, takes the key and knows the functions that this release serves. */
export function engineChecks({ apps, engineUrl, signingKey }: EngineChecksOptions): Check[] {
  return Object.values(apps).map(({ client, functions }) => ({
    name: `engine: ${client.id}`,
    async look() {
      const known = await functionsAt(`${engineUrl}/v1/apps/${client.id}/functions`, signingKey);
      if (known === undefined)
        return wrong(`The engine knows no app ${client.id}. Start the worker, then run: node cli.js sync`);
      const served = functions.map((each) => each.id(client.id));
      const missing = served.filter((id) => !known.has(id));
      const gone = [...known].filter((id) => !served.includes(id));
      if (missing.length > 0)
        return wrong(`The engine does not know ${named(missing)}. Run: node cli.js sync`);
      if (gone.length > 0)
        return wrong(
          `The engine has ${named(gone)}, which this release does not serve. Run: node cli.js sync`,
        );
      return ok(`knows all ${served.length} functions`);
    },
  }));
}

function named([first = "", ...others]: string[]): string {
  return others.length === 0 ? first : `${first} and ${others.length} more functions`;
}

async function functionsAt(url: string, signingKey: string | undefined): Promise<Set<string> | undefined> {
  const headers = signingKey === undefined ? {} : { authorization: `Bearer ${hashed(signingKey)}` };
  const answer = await fetch(url, { headers, signal: AbortSignal.timeout(patience) }).catch(
    (error: unknown) => {
      const cause =
        error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
      throw new Error(`The engine cannot be reached at ${new URL(url).origin} (${cause}).`);
    },
  );
  if (answer.status === 404) return undefined;
  if (answer.status === 401 || answer.status === 403)
    throw new Error("The engine does not take INNGEST_SIGNING_KEY. Set the key of its environment.");
  if (!answer.ok) throw new Error(`The engine answered ${answer.status}. Try again.`);
  const functions: unknown = await answer.json();
  if (!Array.isArray(functions)) throw new Error("The engine's list of functions cannot be read.");
  return new Set(functions.map((each: { id?: unknown; slug?: unknown }) => String(each.slug ?? each.id)));
}

/** As the SDK sends it: the digits as bytes, hashed, behind the prefix. */
function hashed(signingKey: string): string {
  const [prefix = ""] = /^signkey-\w+-/.exec(signingKey) ?? [];
  const digits = Buffer.from(signingKey.slice(prefix.length), "hex");
  return `${prefix}${createHash("sha256").update(digits).digest("hex")}`;
}
