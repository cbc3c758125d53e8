import type { Pool } from "@org/stores/postgres";
import { vi } from "vitest";

export interface CountedStatements {
  /** From now on, of every connection. */
  begin(): void;
  /**
   * Without what is done by the clock, as fast as the machine is: looks whether there is anything to do, and the traces of events, of
   * which those of many orders are written at once.
   */
  count(): number;
  stop(): void;
}

/** Counts what is said to the database, over connections that are opened after this. @param pool any, for its kind of connection */
export async function countedStatements(pool: Pool): Promise<CountedStatements> {
  const client = await pool.connect();
  client.release();
  const spy = vi.spyOn(Object.getPrototypeOf(client), "query");
  return {
    begin: () => void spy.mockClear(),
    count() {
      const { calls, contexts } = spy.mock;
      const said = new Map<unknown, string[]>();
      for (const [place, [statement]] of calls.entries()) {
        const text = String(Object(statement).text ?? statement).trim();
        said.set(contexts[place], [...(said.get(contexts[place]) ?? []), text]);
      }
      return [...said.values()].reduce((sum, texts) => sum + ofConnection(texts), 0);
    },
    stop: () => void spy.mockRestore(),
  };
}

const isByTheClock = (text: string) =>
  (/^select\b/i.test(text) && text.includes('"platform"."outbox"')) ||
  /^insert into "platform"."event_traces"/i.test(text);
const isBegin = (text: string) => /^begin\b/i.test(text);
const isEnd = (text: string) => /^(commit|rollback)\b/i.test(text);

/** Those that are for an order, and in transactions of more than looks. */
function ofConnection(texts: readonly string[]): number {
  let counted = 0;
  let work: number | undefined;
  for (const text of texts) {
    if (isBegin(text)) work = 0;
    else if (isEnd(text)) {
      counted += work ? work + 2 : 0;
      work = undefined;
    } else if (!isByTheClock(text)) {
      if (work === undefined) counted += 1;
      else work += 1;
    }
  }
  return counted;
}
