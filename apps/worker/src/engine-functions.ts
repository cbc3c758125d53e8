import { createHash } from "node:crypto";

export interface EngineAddress {
  /** Of the engine's API. */
  engineUrl: string;
  signingKey: string | undefined;
  /** Asked with when the engine refuses the first, as while the key changes. */
  signingKeyFallback?: string | undefined;
}

const patience = 10_000;

/**
 * The ids of the functions that the engine has of an app; undefined where it knows no such app.
 * @throws Error that says what to do, when the engine cannot be asked.
 */
export async function functionsKnown(
  appId: string,
  { engineUrl, signingKey, signingKeyFallback }: EngineAddress,
): Promise<Set<string> | undefined> {
  const url = `${engineUrl}/v1/apps/${appId}/functions`;
  const first = await ask(url, signingKey);
  const isRefused = first.status === 401 || first.status === 403;
  const answer = isRefused && signingKeyFallback !== undefined ? await ask(url, signingKeyFallback) : first;
  if (answer.status === 404) return undefined;
  if (answer.status === 401 || answer.status === 403)
    throw new Error("The engine does not take INNGEST_SIGNING_KEY. Set the key of its environment.");
  if (!answer.ok) throw new Error(`The engine answered ${answer.status}. Try again.`);
  const functions: unknown = await answer.json();
  if (!Array.isArray(functions)) throw new Error("The engine's list of functions cannot be read.");
  return new Set(functions.map((each: { id?: unknown; slug?: unknown }) => String(each.slug ?? each.id)));
}

async function ask(url: string, signingKey: string | undefined): Promise<Response> {
  const headers = signingKey === undefined ? {} : { authorization: `Bearer ${hashed(signingKey)}` };
  return fetch(url, { headers, signal: AbortSignal.timeout(patience) }).catch((error: unknown) => {
    const cause =
      error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
    throw new Error(`The engine cannot be reached at ${new URL(url).origin} (${cause}).`);
  });
}

/** As the SDK sends it: the digits as bytes, hashed, behind the prefix. */
function hashed(signingKey: string): string {
  const [prefix = ""] = /^signkey-\w+-/.exec(signingKey) ?? [];
  const digits = Buffer.from(signingKey.slice(prefix.length), "hex");
  return `${prefix}${createHash("sha256").update(digits).digest("hex")}`;
}
