import { readFileSync } from "node:fs";
import { type AnyCapability, vendorsOf } from "@org/integrations/capability";
import { expect, it } from "vitest";
import { capabilities } from "./capabilities.ts";

const all: readonly AnyCapability[] = capabilities;

function textOf(path: string): string {
  return readFileSync(new URL(path, import.meta.url), "utf8");
}

it("installs the client of every vendor that it can be configured for", () => {
  const { dependencies } = JSON.parse(textOf("../package.json"));
  const wanted = all.flatMap((capability) => vendorsOf(capability)).flatMap(({ packages }) => packages);
  const missing = wanted.filter((client) => !Object.hasOwn(dependencies, client));
  expect(missing, "add these to dependencies in package.json").toEqual([]);
});

it.each(all)("$name says in .env.example that this app needs it", ({ about }) => {
  expect(about).toMatch(/\bweb\b/);
});

it("reads no variable of its own that .env.example does not explain", () => {
  const own = [...textOf("./env.ts").matchAll(/^ {4}([A-Z][A-Z_]+):/gm)].map(([, name]) => name);
  const explained = textOf("../../../.env.example");
  // NODE_ENV is set by what starts the app.
  const missing = own.filter((name) => name !== "NODE_ENV" && !explained.includes(`\n${name}=`));
  expect(own).not.toEqual([]);
  expect(missing, "explain these in .env.example, above the vendors").toEqual([]);
});
