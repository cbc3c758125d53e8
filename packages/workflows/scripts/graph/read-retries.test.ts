import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { readRetriesReason } from "./read-retries.ts";

function reasonIn(source: string): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), "retries-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "workflow.ts");
  writeFileSync(file, source);
  return readRetriesReason(file);
}

it.each([
  ["above the options", "// Patient.\n{ id: 'a', retries: 9 }", "Patient."],
  ["above the number", "{ id: 'a',\n// Very\n// patient.\nretries: 9 }", "Very patient."],
  ["nowhere", "{ id: 'a', retries: 9 }", undefined],
  ["beneath the number", "{ id: 'a', retries: 9,\n// Of the throttle.\nthrottle }", undefined],
])("finds the reason %s", (_where, options, reason) => {
  expect(reasonIn(`// Of the module.\ninngest.createFunction(${options}, handler);`)).toBe(reason);
});
