import type { Doubts } from "@org/stores/doubts/port";
import type { Outcome } from "../outcome.ts";
import { type EntriesOf, type InvalidCode, readRequest } from "../request.ts";
import { messageRequest, unknownMessage } from "./message-request.ts";

export type SettleMessageCode = InvalidCode | "not-in-doubt";

/** An operator knows that a message arrived of which its vendor did not say whether it took it. */
export function settleMessage({ doubts }: { doubts: Pick<Doubts, "settle"> }) {
  return async (
    entries: EntriesOf<typeof messageRequest>,
  ): Promise<Outcome<{ key: string }, SettleMessageCode>> => {
    const read = readRequest(messageRequest, entries);
    if (!read.ok) return read;
    const { key } = read.request;
    if (await doubts.settle(key)) return { ok: true, key };
    return { ok: false, code: "not-in-doubt", message: unknownMessage };
  };
}
