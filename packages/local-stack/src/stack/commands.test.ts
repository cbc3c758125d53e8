import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { freePort } from "../network/ports.ts";
import { findRoot, repositoryCommands } from "./commands.ts";
import { usualPorts } from "./ports.ts";
import { createServices } from "./services.ts";

const root = findRoot(import.meta.dirname);

it.each(["development", "production"] as const)(
  "the worker starts with the flags of its own start (%s)",
  (mode) => {
    const manifest: { scripts: { start: string } } = JSON.parse(
      readFileSync(join(root, "apps/worker/package.json"), "utf8"),
    );
    const flags = manifest.scripts.start.split(" ").filter((word) => word.startsWith("--"));
    const ports = usualPorts;
    const { worker } = repositoryCommands({ root, mode, stateDir: root, ports });
    expect(flags).toContain("--enable-source-maps");
    expect(worker.parameters.slice(0, flags.length)).toEqual(flags);
  },
);

it("Convex's functions run only for a marketplace that is kept there", () => {
  const input = { root, mode: "development", stateDir: root, ports: usualPorts } as const;
  expect(repositoryCommands(input).convex).toBeUndefined();
  const { convex } = repositoryCommands({ ...input, marketplaceStore: "convex" });
  expect(convex?.parameters).toContain(String(usualPorts.convex));
});

it("serves the event catalogue, its pages behind the address that the table and the console give", async () => {
  const port = await freePort();
  const input = {
    root,
    mode: "development",
    stateDir: root,
    ports: { ...usualPorts, catalogue: port },
  } as const;
  expect(repositoryCommands(input).catalogue).toBeUndefined();
  const { catalogue } = repositoryCommands({ ...input, catalogue: true });
  if (!catalogue) throw new Error("There is no command for it.");
  const services = createServices({ onLine: () => {}, onChange: () => {} });
  onTestFinished(() => services.stop());
  const url = `http://127.0.0.1:${port}`;
  const command = { ...catalogue, environment: { ...process.env, ...catalogue.environment } };
  await services.start({ name: "catalogue", command, healthUrl: url });
  const first = await fetch(url).then((response) => response.text());
  expect(first).toContain("<h1>Event catalogue</h1>");
  const [, path = ""] = /href="([^"]+order-created\.html)"/.exec(first) ?? [];
  expect(await fetch(new URL(path, url)).then((response) => response.text())).toContain(
    "<h1><code>order.created</code></h1>",
  );
});
