import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { withVendors } from "./testing/env-example.ts";
import { allCapabilities } from "./testing/registered-vendors.ts";

it("names every variable of every vendor, as the definitions describe them", () => {
  const text = readFileSync(join(import.meta.dirname, "../../../.env.example"), "utf8");
  expect(text, "run `pnpm --filter @org/integrations env:example`").toBe(withVendors(text, allCapabilities));
});
