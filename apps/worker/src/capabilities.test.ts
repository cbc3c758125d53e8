import { readFileSync } from "node:fs";
import { type AnyCapability, vendorsOf } from "@org/integrations/capability";
import { expect, it } from "vitest";
import { capabilities } from "./capabilities.ts";

it("installs the client of every vendor that it can be configured for", () => {
  const { dependencies } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  const all: readonly AnyCapability[] = capabilities;
  const wanted = all.flatMap((capability) => vendorsOf(capability)).flatMap(({ packages }) => packages);
  const missing = wanted.filter((client) => !Object.hasOwn(dependencies, client));
  expect(missing, "add these to dependencies in package.json").toEqual([]);
});
