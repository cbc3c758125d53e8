import { readFileSync } from "node:fs";
import { isRecorded, parseReaderList, type Read, recordReads } from "@org/events/readers";
import { afterAll, beforeAll, expect } from "vitest";

const list = new URL("../../readers.json", import.meta.url);

/** Holds `readers.json` to what workflows read while the tests around this call run, unless it is being recorded. */
export function checkReaders(): void {
  if (isRecorded()) return;
  const reads: Read[] = [];
  let end = () => {};
  beforeAll(() => {
    end = recordReads((read) => reads.push(read));
  });
  afterAll(() => {
    end();
    const { readers } = parseReaderList(readFileSync(list, "utf8"));
    const missing = reads.filter(({ reader, event, path }) => !readers[reader]?.[event]?.includes(path));
    expect(missing, "readers.json does not know these: run `pnpm workflows readers`").toEqual([]);
  });
}
