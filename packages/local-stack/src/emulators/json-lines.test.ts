import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { openJsonLines } from "./json-lines.ts";

const folder = mkdtempSync(join(tmpdir(), "json-lines-test-"));
const file = join(folder, "entries.jsonl");
afterAll(() => rmSync(folder, { recursive: true }));

it("keeps entries in the file and drops a last line that a crash cut short", async () => {
  await openJsonLines<{ id: number }>(file).append([{ id: 1 }, { id: 2 }]);
  appendFileSync(file, '{"id":3');
  const again = openJsonLines<{ id: number }>(file);
  expect(again.all()).toEqual([{ id: 1 }, { id: 2 }]);
  await again.append([{ id: 4 }]);
  expect(readFileSync(file, "utf8")).toBe('{"id":1}\n{"id":2}\n{"id":4}\n');
});

it("says which line of a damaged file is wrong and what to do", () => {
  writeFileSync(file, '{"id":1}\nnot json\n{"id":2}\n');
  expect(() => openJsonLines(file)).toThrow(`${file}, line 2 is not JSON. Delete the file`);
});

it("works without a file and forgets on clear", async () => {
  const list = openJsonLines<string>();
  await list.append(["one"]);
  list.clear();
  expect(list.all()).toEqual([]);
});
