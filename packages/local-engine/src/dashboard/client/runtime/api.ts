const root = "/dashboard/api";

/** Filters that are not set are left out. */
export type Query = Record<string, string | number | undefined>;

export function getJson<Result>(path: string, query: Query = {}): Promise<Result> {
  const parameters = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined && value !== "") parameters.set(key, String(value));
  }
  const search = parameters.size === 0 ? "" : `?${parameters}`;
  return request(`${root}${path}${search}`, {});
}

export async function getText(path: string): Promise<string> {
  return (await send(`${root}${path}`, {})).text();
}

export function postJson<Result>(path: string, body: unknown = {}): Promise<Result> {
  return post(`${root}${path}`, JSON.stringify(body));
}

/** @param json the text of one event or a list of events. */
export function sendEvents(json: string): Promise<{ ids: string[] }> {
  return post(`${root}/send/e/dashboard`, json);
}

function post<Result>(address: string, body: string): Promise<Result> {
  return request(address, { method: "POST", headers: { "content-type": "application/json" }, body });
}

/** Guarantee: every route answers the type that `api-types.ts` gives it. */
async function request<Result>(address: string, init: RequestInit): Promise<Result> {
  return (await (await send(address, init)).json()) as Result;
}

const lockedListeners = new Set<() => void>();

/** Tells when the engine asks for its signing key. Returns a function that ends that. */
export function onLocked(listener: () => void): () => void {
  lockedListeners.add(listener);
  return () => lockedListeners.delete(listener);
}

async function send(address: string, init: RequestInit): Promise<Response> {
  const response = await fetch(address, init).catch(() => {
    throw new Error("the engine cannot be reached. Is it still running?");
  });
  if (response.ok) return response;
  if (response.status === 401) for (const listener of lockedListeners) listener();
  throw new Error(await reasonOf(response));
}

async function reasonOf(response: Response): Promise<string> {
  const body: unknown = await response.json().catch(() => undefined);
  const known = typeof body === "object" && body !== null && "error" in body ? body.error : undefined;
  return typeof known === "string" ? known : `the engine answered ${response.status}.`;
}
