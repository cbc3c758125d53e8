import { randomBytes, randomInt, randomUUID } from "node:crypto";
import { afterEach, expect, it } from "vitest";
import { fixChance } from "./chance.ts";

let giveBack: (() => void) | undefined;
afterEach(() => {
  giveBack?.();
  giveBack = undefined;
});

const noon = Date.parse("2026-11-02T06:30:00Z");

function draw() {
  const values = new Uint8Array(4);
  globalThis.crypto.getRandomValues(values);
  return {
    uuids: [randomUUID(), globalThis.crypto.randomUUID()],
    bytes: randomBytes(8).toString("hex"),
    code: randomInt(1_000_000),
    dice: randomInt(1, 7),
    fraction: Math.random(),
    values: [...values],
    time: new Date().toISOString(),
  };
}

it("whatever draws follows from the seed, and clocks show the time they are given", () => {
  giveBack = fixChance({ seed: 1, now: () => noon });
  const first = draw();
  giveBack();
  giveBack = fixChance({ seed: 1, now: () => noon });
  expect(draw()).toEqual(first);
  giveBack();
  giveBack = fixChance({ seed: 2, now: () => noon });
  expect(draw()).not.toEqual(first);
  expect(first.time).toBe("2026-11-02T06:30:00.000Z");
  expect(first.uuids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(first.dice).toBeGreaterThanOrEqual(1);
  expect(first.dice).toBeLessThan(7);
});

it("a date is a date as before, and everything is given back", () => {
  const uuid = randomUUID;
  const before = Date;
  giveBack = fixChance({ seed: 1, now: () => noon });
  expect(Date.now()).toBe(noon);
  expect(new Date(0).getTime()).toBe(0);
  expect(new Date() instanceof Date && new before() instanceof Date).toBe(true);
  giveBack();
  giveBack = undefined;
  expect(Date).toBe(before);
  expect(randomUUID).toBe(uuid);
  expect(Object.hasOwn(globalThis.crypto, "getRandomValues")).toBe(false);
  expect(randomUUID()).not.toBe(randomUUID());
});
