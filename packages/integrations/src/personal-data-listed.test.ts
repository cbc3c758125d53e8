import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { registeredVendors } from "./testing/registered-vendors.ts";

const page = "docs/security/personal-data.md";

it("says of every vendor what it is given of a person, and for how long", async () => {
  const text = readFileSync(join(import.meta.dirname, "../../..", page), "utf8");
  const missing = (await registeredVendors()).filter(({ id }) => !text.includes(`\`${id}\``));
  expect(missing.map(({ id }) => `Write a row for \`${id}\` in ${page}.`)).toEqual([]);
});
