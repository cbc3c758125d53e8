import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const web = join(root, "apps/web");

const files = globSync(["src/**/*.{ts,tsx}", "app/**/*.{ts,tsx}", "*.ts"], { cwd: web }).filter(
  (file) => !/\.test\.tsx?$|^src\/testing\/|^next-env\.d\.ts$/.test(file),
);

/** Where stores are opened, and given to pages for reading and to commands for everything. */
const wiring = ["src/database.ts", "src/stores.ts", "src/commands.ts"];

/** What the web app may know of events: the shapes of fields, amounts, texts, and types. */
const ofEvents = /^@org\/events\/(fields|money|text|(mohallamart|ten-ocean)\/fields)$/;

/** What shows an email without sending it, and the file that may: the one that is sent is written by the same code. */
const showing = {
  file: "src/portal/digest/preview.ts",
  of: "@org/workflows/ten-ocean/digest/preview-digest",
};

interface Import {
  specifier: string;
  names: string;
  typesOnly: boolean;
}

function importsOf(text: string): Import[] {
  const found = text.matchAll(/(?:import|export)(\s+type)?\s+([^"';]*?)\s*from\s*["']([^"']+)["']/g);
  const loaded = text.matchAll(/import\(\s*["']([^"']+)["']\s*\)|import\s+["']([^"']+)["']/g);
  return [
    ...[...found].map(([, type, names = "", specifier = ""]) => ({
      specifier,
      names,
      typesOnly: Boolean(type),
    })),
    ...[...loaded].map(([, lazily, alone]) => ({
      specifier: lazily ?? alone ?? "",
      names: "",
      typesOnly: false,
    })),
  ];
}

/** What a file of the web app does that only a command may, each with what to do instead. */
function findings(file: string, text: string): string[] {
  const found: string[] = [];
  for (const { specifier, names, typesOnly } of importsOf(text)) {
    if (/^@org\/events(\/|$)/.test(specifier) && !typesOnly && !ofEvents.test(specifier)) {
      found.push(`imports ${specifier}: events are created by a command of packages/commands.`);
    }
    if (file === showing.file && specifier === showing.of) continue;
    if (/^(@org\/workflows|inngest)(\/|$)/.test(specifier)) {
      found.push(`imports ${specifier}: the web app runs no workflow; emit an event in a command.`);
    }
    if (wiring.includes(file)) continue;
    if (/^@org\/stores\/(.*\/)?postgres$/.test(specifier) && !typesOnly) {
      found.push(`opens ${specifier}: read through src/stores.ts, change things through src/commands.ts.`);
    }
    if (/\/database\.ts$/.test(specifier) && /\bpool\b/.test(names)) {
      found.push("takes the database's pool: only src/stores.ts and src/commands.ts do.");
    }
  }
  if (/\bemit\b\s*[:,}(]/.test(text)) found.push("emits: the change and its events belong into a command.");
  return found;
}

describe("the web app", () => {
  it("is looked at as a whole", () => {
    expect(files).toEqual(expect.arrayContaining(["proxy.ts", "src/stores.ts", "app/layout.tsx"]));
    expect(files.length).toBeGreaterThan(150);
  });

  it("creates no event, opens no store and emits nothing", () => {
    const all = files.flatMap((file) =>
      findings(file, readFileSync(join(web, file), "utf8")).map((what) => `apps/web/${file} ${what}`),
    );
    expect(all).toEqual([]);
  });

  it("reads stores through methods that take no events", () => {
    const [, listed = ""] =
      /type Telling =([^;]+);/.exec(readFileSync(join(web, "src/stores.ts"), "utf8")) ?? [];
    const telling = [...listed.matchAll(/"(\w+)"/g)].map(([, name = ""]) => name);
    const ports = globSync("packages/stores/src/**/port.ts", { cwd: root });
    const emitting = ports.flatMap((port) =>
      [
        ...readFileSync(join(root, port), "utf8").matchAll(
          /^ {2}(\w+)\(((?:(?!^ {2}\w+\()[\s\S])*?)\): Promise/gm,
        ),
      ]
        .filter(([, , parameters = ""]) => /\bEmit\b/.test(parameters))
        .map(([, name = ""]) => name),
    );
    expect(telling).toEqual(expect.arrayContaining(["get", "list"]));
    expect(emitting).toEqual(expect.arrayContaining(["place", "cancel", "update", "decide", "register"]));
    expect(telling.filter((name) => emitting.includes(name))).toEqual([]);
  });
});

describe("the file that shows a digest", () => {
  it("may use what writes it, and no workflow", () => {
    expect(findings(showing.file, `import { previewDigest } from "${showing.of}";`)).toEqual([]);
    expect(
      findings(showing.file, `import { digestFunctions } from "@org/workflows/ten-ocean/digest";`),
    ).toHaveLength(1);
  });
});

describe("a file that holds a rule", () => {
  it.each([
    ["an event", `import { orderCreated } from "@org/events/mohallamart/order-created";`],
    ["a catalogue", `import { mohallaMartCatalogue } from "@org/events/mohallamart";`],
    ["an event's definition of its own", `import {\n  defineEvent,\n} from "@org/events";`],
    ["a workflow", `import type { X } from "@org/workflows/operations";`],
    ["a preview elsewhere", `import { previewDigest } from "${showing.of}";`],
    ["a store", `import { mohallaMartStores } from "@org/stores/mohallamart/postgres";`],
    ["a store, lazily", `const { postgresOutbox } = await import("@org/stores/outbox/postgres");`],
    ["the pool", `import { pool } from "../database.ts";`],
    ["events with a change", "await orders.cancel(orderId, { emit: [cancelled] });"],
    ["events of the outcome", "await orders.place(order, { emit });"],
  ])("is found by %s", (_, text) => {
    expect(findings("src/orders/cancel-action.ts", text)).toHaveLength(1);
  });

  it.each([
    `import { orderId } from "@org/events/mohallamart/fields";`,
    `import type { EventToSend } from "@org/events";`,
    `import type { Order } from "@org/stores/mohallamart/port";`,
    `import { pingDatabase } from "../database.ts";`,
  ])("is not one with %s", (text) => {
    expect(findings("src/orders/find-order.ts", text)).toEqual([]);
  });
});
