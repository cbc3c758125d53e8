import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, it } from "vitest";
import { checkRelease, writeSnapshot } from "./command.ts";
import type { ReleasedFunction } from "./compare.ts";

const order: ReleasedFunction = {
  id: "process-order",
  app: "shop",
  triggers: [{ event: "order.created" }],
  waitsFor: ["order.paid"],
  emits: ["order.ready"],
  steps: [
    { id: "take-stock", tool: "run" },
    { id: "wait-for-money", tool: "waitForEvent", lasts: "2d" },
  ],
};
const courier: ReleasedFunction = {
  ...{ id: "call-courier", app: "shop", triggers: [{ event: "order.ready" }] },
  ...{ waitsFor: [], emits: [], steps: [] },
};

/** A package whose workflows were released as 1.0.0. */
function released() {
  const folder = mkdtempSync(join(tmpdir(), "workflows-release-"));
  const places = {
    packageFolder: pathToFileURL(`${folder}/`),
    changesets: pathToFileURL(`${folder}/changesets/`),
  };
  mkdirSync(join(folder, "changesets"));
  const write = (functions: ReleasedFunction[]) =>
    writeFileSync(join(folder, "functions.json"), JSON.stringify({ functions }));
  const version = (text: string) =>
    writeFileSync(join(folder, "package.json"), JSON.stringify({ version: text }));
  version("1.0.0");
  write([order, courier]);
  writeSnapshot(places);
  return {
    folder,
    write,
    version,
    check: () => checkRelease(places),
    release: () => writeSnapshot(places),
    changeset: (line: string) =>
      writeFileSync(
        join(folder, "changesets", "one.md"),
        `---\n"@org/workflows": minor\n---\n\nText.\n\n${line}\n`,
      ),
  };
}

it("lets workflows through that are as released, and added ones", () => {
  const { write, check } = released();
  expect(check().refused).toBe(false);
  write([order, courier, { ...courier, id: "thank" }]);
  expect(check().refused).toBe(false);
});

it.each<[string, ReleasedFunction[], string]>([
  [
    "a removed function",
    [courier],
    "shop/process-order: the function is gone: its runs that pause in wait-for-money",
  ],
  [
    "a removed step",
    [{ ...order, steps: order.steps.slice(1) }, courier],
    "shop/process-order:take-stock: the step is gone",
  ],
  [
    "a step of another kind",
    [{ ...order, steps: [{ id: "take-stock", tool: "sendEvent" }, ...order.steps.slice(1)] }, courier],
    "shop/process-order:take-stock: step.run became step.sendEvent",
  ],
  [
    "a shorter wait",
    [
      {
        ...order,
        steps: [...order.steps.slice(0, 1), { id: "wait-for-money", tool: "waitForEvent", lasts: "36h" }],
      },
      courier,
    ],
    "shop/process-order:wait-for-money: it lasted 2d and lasts 36h",
  ],
  [
    "a wait that cannot be measured",
    [
      {
        ...order,
        steps: [...order.steps.slice(0, 1), { id: "wait-for-money", tool: "waitForEvent", lasts: "due" }],
      },
      courier,
    ],
    "shop/process-order:wait-for-money: it lasted 2d and lasts due",
  ],
  [
    "another trigger",
    [{ ...order, triggers: [{ event: "order.made" }] }, courier],
    "shop/process-order@order.created: its trigger order.created is gone",
  ],
  [
    "a narrower trigger",
    [{ ...order, triggers: [{ event: "order.created", if: "event.data.total > 1" }] }, courier],
    "shop/process-order@order.created: its trigger order.created has another condition",
  ],
  [
    "an event that is not waited for",
    [{ ...order, waitsFor: [] }, courier],
    "shop/process-order@order.paid: nothing in it waits for",
  ],
  [
    "an event that is sent no more",
    [{ ...order, emits: [] }, courier],
    "shop/process-order@order.ready: it sent order.ready",
  ],
])("refuses %s, says why, and takes the line that it asks for", (_what, functions, problem) => {
  const { write, check, changeset } = released();
  write(functions);
  const { lines, refused } = check();
  expect([refused, lines.join("\n")]).toEqual([true, expect.stringContaining(`PROBLEM ${problem}`)]);
  const [, line = ""] = /(accepts: \S+ \S+) </.exec(lines.join("\n")) ?? [];
  changeset(`${line} it is meant so`);
  expect(check()).toMatchObject({
    refused: false,
    lines: expect.arrayContaining([expect.stringContaining("it is meant so")]),
  });
});

it("lets a longer wait, another schedule and a wider trigger through", () => {
  const { write, check, release } = released();
  const narrow = { ...order, triggers: [{ event: "order.created", if: "true" }, { cron: "0 1 * * *" }] };
  write([narrow, courier]);
  release();
  const steps = [...order.steps.slice(0, 1), { id: "wait-for-money", tool: "waitForEvent", lasts: "1w" }];
  write([{ ...order, steps, triggers: [{ event: "order.created" }, { cron: "0 2 * * *" }] }, courier]);
  expect(check().lines.at(-1)).toBe("No change strands runs under way unaccepted.");
});

it("refuses an acceptance of what did not happen, and one without a reason", () => {
  const { write, check, changeset } = released();
  changeset("accepts: shop/process-order:take-stock removed it is meant so");
  expect(check().lines.at(-1)).toContain("which did not happen: remove that line");
  write([{ ...order, steps: order.steps.slice(1) }, courier]);
  changeset("accepts: shop/process-order:take-stock removed");
  expect(check().refused).toBe(true);
});

it("compares with the newest version, before which its pre-releases stand", () => {
  const { version, release, write, check } = released();
  for (const text of ["1.10.0-next.2", "1.9.0", "1.10.0"]) {
    version(text);
    write(text === "1.10.0" ? [courier] : [order, courier]);
    release();
  }
  expect(check().lines[0]).toContain("compared with 1.10.0:");
});

it("says which file is missing or broken", () => {
  const { folder, check, release } = released();
  writeFileSync(join(folder, "functions.json"), "{");
  expect(check()).toEqual({ refused: true, lines: [expect.stringContaining("functions.json is no graph")] });
  expect(release()).toMatchObject({ refused: true });
  expect(readFileSync(join(folder, "releases/1.0.0.json"), "utf8")).toContain("take-stock");
  writeFileSync(join(folder, "releases/1.0.0.json"), "{}");
  expect(check().lines[0]).toContain("releases/1.0.0.json is no graph");
});

it("is part of what every change passes, and each release is kept", () => {
  const manifest = readFileSync(new URL("../../../../package.json", import.meta.url), "utf8");
  const { scripts }: { scripts: Record<string, string> } = JSON.parse(manifest);
  expect(scripts.check).toContain("pnpm workflows check");
  expect(scripts["release:version"]).toContain("node packages/workflows/scripts/cli.ts release");
});
