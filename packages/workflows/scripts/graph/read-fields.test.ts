import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { catalogues } from "@org/events/catalogues";
import { readsIn } from "@org/events/readers";
import { expect, it } from "vitest";
import { apps } from "./apps.ts";
import { recordedReaders } from "./read-fields.ts";
import { readFunctions } from "./read-functions.ts";

const repository = fileURLToPath(new URL("../../../../", import.meta.url));
const recorded = recordedReaders();
const functions = await readFunctions(apps);

it("has every workflow in readers.json, and nobody else: run `pnpm workflows readers`", () => {
  expect(Object.keys(recorded.readers)).toEqual(functions.map(({ id }) => id).toSorted());
});

it("lists only events that start the workflow or that it waits for", () => {
  const strange = readsIn(recorded).filter(({ reader, event }) => {
    const { triggers = [], waitsFor = [] } = functions.find(({ id }) => id === reader) ?? {};
    return !triggers.some((trigger) => trigger.event === event) && !waitsFor.includes(event);
  });
  expect(strange).toEqual([]);
});

it("lists only fields that the events have", () => {
  const known = (event: string, path: string) => {
    const [first = ""] = path.split(/[.[]/);
    return catalogues.some((catalogue) => first in (catalogue.find(event)?.schema.shape ?? {}));
  };
  expect(readsIn(recorded).filter(({ event, path }) => !known(event, path))).toEqual([]);
});

it("adds what a workflow's options name: the keys of limits and the conditions of triggers", () => {
  const reads = functions.find(({ id }) => id === "update-inventory")?.reads["order.created"];
  expect(reads).toEqual(expect.arrayContaining(["payment", "shopId", "orderId"]));
  const awaited = functions.find(({ id }) => id === "user-registration-workflow")?.reads;
  expect(awaited?.["user/verified"]).toContain("userId");
});

it("is all: commands, stores and pages create events and read none", () => {
  const files = globSync("{packages/{commands,stores,integrations}/src,apps/*/{app,src}}/**/*.{ts,tsx}", {
    cwd: repository,
  });
  expect(files.length).toBeGreaterThan(500);
  const readers = files.filter((file) =>
    /\breceiveEvent\(|\b[a-z]+(?:[A-Z]\w*)\.receive\(/.test(readFileSync(`${repository}${file}`, "utf8")),
  );
  expect(readers).toEqual([]);
});
