import process from "node:process";
import { startEmulators, vendorNames } from "@org/local-stack";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { failureOf } from "./contracts/failure.ts";
import { hasRedisServer, startRedisServer } from "./testing/redis-server.ts";
import { registeredVendors } from "./testing/registered-vendors.ts";
import { onVendorCall, type VendorCall } from "./vendor-calls.ts";

// Below the range from which the system hands out ports, so that nobody gets one while its vendor is down.
const firstPort = 20_000 + (process.pid % 1_000) * 12;
const ports = Object.fromEntries(vendorNames.map((name, index) => [name, firstPort + index]));
const redisPort = String(firstPort + vendorNames.length);

/** The emulators, and a real Redis where the machine has one. */
async function startVendors() {
  const emulators = await startEmulators({ rateLimits: false, ports });
  const redis = hasRedisServer() ? await startRedisServer({ port: redisPort }) : undefined;
  return {
    ...emulators,
    redisUrl: `redis://127.0.0.1:${redisPort}`,
    async stop() {
      await Promise.all([emulators.stop(), redis?.stop()]);
    },
  };
}

let vendors = await startVendors();
afterAll(async () => {
  await Promise.all(adapters.map(({ close }) => close?.()));
  await vendors.stop();
});

const adapters = (await registeredVendors()).flatMap(({ id, bench }) => {
  const outage = bench?.outage;
  if (!outage || !("open" in outage) || outage.isPossible === false) return [];
  return [{ id, message: outage.message, ...outage.open(vendors) }];
});

async function prepare(): Promise<void> {
  for (const adapter of adapters) await adapter.prepare?.(vendors);
}

const keyOf = (time: string, id: string) => `${time}:${id}`.replaceAll("/", "-");

describe("while every vendor is up", () => {
  beforeAll(prepare);

  it.each(adapters)("$id works, and tells of its calls", async ({ id, ask }) => {
    const calls: VendorCall[] = [];
    const end = onVendorCall((call) => calls.push(call));
    await ask(keyOf("before", id));
    end();
    expect(calls.map(({ outcome }) => outcome)).toContain("done");
  });
});

describe("while every vendor is down", () => {
  beforeAll(() => vendors.stop());

  it.each(adapters)("$id is retryable: nothing happened", async ({ id, ask }) => {
    expect((await failureOf(ask(keyOf("during", id)))).kind).toBe("retryable");
  });

  describe("and back at the same address", () => {
    beforeAll(async () => {
      vendors = await startVendors();
      await prepare();
    });

    it.each(adapters)("$id works again, with the same adapter", async ({ id, ask }) => {
      await ask(keyOf("during", id));
    });

    it("each message of the outage arrived once", () => {
      const sent = vendors.outbox().map(({ vendor }) => vendor);
      expect(sent.toSorted()).toEqual(adapters.flatMap(({ message }) => message ?? []).toSorted());
      expect(sent.length).toBeGreaterThan(0);
    });
  });
});
