/** What the engines call a call that no app answered: the local one, and Inngest's. */
const names: ReadonlySet<string> = new Set(["ConnectionError", "StreamError", "http_unreachable"]);
const namePrefix = "connect_";
/** What Inngest says where the error has no name of its own: its words for a call without an answer, or a proxy's for one. */
const messages =
  /^(Unable to reach SDK URL|Error performing request to SDK URL|Your server (blocked|closed|reset|didn't complete) the |Gateway proxy request timeout|error parsing stream: |invalid status code: (502|503|504|52\d)\b)/;
/** The local engine's words for the same answer of a proxy. */
const proxied = /^\S+ answered (502|503|504|52\d) and the answer is not the SDK's/;

/**
 * Whether a run failed because no worker answered its calls to the end, as against anything that our code did: an error
 * of ours was counted by the retry policy, and carries the number of attempts.
 */
export function isLost({
  error: { name, message },
  attempts,
}: {
  error: { name: string; message: string };
  attempts?: number | undefined;
}): boolean {
  if (attempts !== undefined) return false;
  if (names.has(name) || name.startsWith(namePrefix)) return true;
  return (name === "Error" && messages.test(message)) || (name === "ProtocolError" && proxied.test(message));
}

const minute = 60_000;
/** Minutes after which a lost run is replayed by itself: the first time soon, the last when a night's outage is over. */
const waits: readonly number[] = [2, 10, 30, 120, 360];

/** How often a run is replayed by itself at most, and within how many hours. */
export const selfReplays = { most: waits.length, hours: Math.ceil(waits.reduce((a, b) => a + b) / 60) };

/**
 * When a lost run is replayed by itself; undefined when that was done as often as it may be.
 * @param replays how often it was replayed before, by a person as well
 */
export function nextReplay(failedAt: string, replays: number): string | undefined {
  const wait = waits[replays];
  return wait === undefined ? undefined : new Date(Date.parse(failedAt) + wait * minute).toISOString();
}
