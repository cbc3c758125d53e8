import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, vi } from "vitest";

const loaders = {
  BusyError: () => import("./core/busy-error.ts"),
  ExamplesError: () => import("./dashboard/examples.ts"),
  HangError: () => import("./test/timed-engine.ts"),
  RefusedEventError: () => import("./core/intake.ts"),
  RegistrationError: () => import("./protocol/registration.ts"),
  StateDamagedError: () => import("./store/state-damaged.ts"),
  StateInUseError: () => import("./store/state-in-use.ts"),
  StorageError: () => import("./core/storage-error.ts"),
  TransportError: () => import("./engine/transport.ts"),
  UsageError: () => import("./command-line.ts"),
};

interface ErrorClass {
  new (message: string, reach: "lost"): Error;
  isInstance(value: unknown): boolean;
}

/** Guarantee: each loader's module exports the class under whose name the loader stands. */
function classOf(module: object, name: string): ErrorClass {
  return (module as Record<string, ErrorClass>)[name] ?? expect.fail(`${name} is not exported`);
}

it.each(Object.entries(loaders))("recognises a %s of another copy of the package", async (name, load) => {
  const ours = classOf(await load(), name);
  vi.resetModules();
  const theirs = classOf(await load(), name);
  const error = new theirs("from elsewhere", "lost");
  expect(theirs).not.toBe(ours);
  expect(error).not.toBeInstanceOf(ours);
  expect(error.name).toBe(name);
  expect(ours.isInstance(error)).toBe(true);
  expect([new Error(name), { name }, name, null, undefined].map(ours.isInstance)).toEqual(
    Array(5).fill(false),
  );
});

it("knows every error class of the package", () => {
  const sources = globSync("**/*.ts", { cwd: import.meta.dirname }).map((file) =>
    readFileSync(join(import.meta.dirname, file), "utf8"),
  );
  const classes = sources.flatMap((source) => [...source.matchAll(/class (\w+) extends Error\b/g)]);
  expect(classes.map(([, name]) => name).sort()).toEqual(Object.keys(loaders).sort());
});
