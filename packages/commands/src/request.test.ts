import { expect, it } from "vitest";
import * as z from "zod";
import { readRequest, requestRule } from "./request.ts";

const rule = requestRule({
  schema: z.object({ orderId: z.string(), note: z.string(), lines: z.array(z.string()) }),
  fields: ["note", "lines"],
  damaged: "Open the page again.",
});
const entries = { orderId: "ord_1", note: "Ripe 🍅", lines: ["one"] };
const unreadable = expect.stringContaining("cannot be read");

it("takes what can be stored as it is", () => {
  expect(readRequest(rule, entries)).toEqual({ ok: true, request: entries });
});

it.each([
  [{ note: "Ripe\0" }, { code: "invalid", fields: { note: unreadable } }],
  [{ note: "Ripe \ud83c" }, { code: "invalid", fields: { note: unreadable } }],
  [{ lines: ["one", "\udf45"] }, { code: "invalid", fields: { lines: unreadable } }],
  [{ orderId: "ord_\0" }, { code: "damaged", message: "Open the page again." }],
])("%j is refused where it was typed, whatever the schema says", (changes, refusal) => {
  expect(readRequest(rule, { ...entries, ...changes })).toMatchObject({ ok: false, ...refusal });
});
