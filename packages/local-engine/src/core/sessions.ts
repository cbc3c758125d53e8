/** What an event may say beside its data: the sender's sessions, and those of the run that sent it. */
export interface EventMeta {
  /** By name. `null` in place of an id leaves an inherited session, `null` in place of all leaves every one. */
  sessions?: Record<string, string | number | null> | null | undefined;
  propagated_sessions?: Record<string, string | number> | null | undefined;
}

/** What handlers see of it. */
export interface ReceivedMeta {
  sessions: Record<string, string>;
}

/** Sessions that one event may carry; the SDK has the same limit. */
const maxSessions = 5;

/**
 * An event's own sessions over the inherited ones, as a JSON merge patch (RFC 7386). Own ones have precedence when there
 * are too many, then those whose names come first. Undefined when none is left.
 */
function mergeSessions({ sessions, propagated_sessions: inherited }: EventMeta): ReceivedMeta | undefined {
  const own = Object.entries(sessions ?? {}).flatMap(([key, id]) => (id === null ? [] : [entry(key, id)]));
  const kept = Object.entries(sessions === null ? {} : (inherited ?? {}))
    .filter(([key]) => !Object.hasOwn(sessions ?? {}, key))
    .map(([key, id]) => entry(key, id))
    .sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  const merged = [...own, ...kept].slice(0, maxSessions);
  return merged.length === 0 ? undefined : { sessions: Object.fromEntries(merged) };
}

function entry(key: string, id: string | number): [string, string] {
  return [key, String(id)];
}

/** Reads `meta` as any sender may write it: what is wrong with it, in a few words, or what handlers see. */
export function readMeta(meta: unknown): { problem: string } | { meta: ReceivedMeta | undefined } {
  if (meta === undefined || meta === null) return { meta: undefined };
  if (!isFields(meta)) return { problem: '"meta" is not an object' };
  const problem = layerProblem(meta, "sessions") ?? layerProblem(meta, "propagated_sessions");
  return problem === undefined ? { meta: mergeSessions(meta) } : { problem };
}

function layerProblem(meta: Record<string, unknown>, layer: keyof EventMeta): string | undefined {
  const sessions = meta[layer];
  if (sessions === undefined || sessions === null) return undefined;
  if (!isFields(sessions)) return `"meta.${layer}" is not an object`;
  const ids = Object.entries(sessions).filter(([, id]) => layer !== "sessions" || id !== null);
  if (ids.length > maxSessions)
    return `"meta.${layer}" has ${ids.length} sessions, and ${maxSessions} are allowed`;
  const isWrong = ([key, id]: [string, unknown]) =>
    key === "" || id === "" || !(typeof id === "string" || Number.isFinite(id));
  return ids.some(isWrong)
    ? `"meta.${layer}" has a session without a name, or whose id is no text or number`
    : undefined;
}

function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
