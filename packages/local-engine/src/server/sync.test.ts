import { expect, it, onTestFinished } from "vitest";
import { createSystemClock } from "../engine/clock.ts";
import { createEngine } from "../engine/engine.ts";
import { connectAddress } from "../protocol/connect-address.ts";
import { readRegistration } from "../protocol/registration.ts";
import { createMemoryStore } from "../store/memory-store.ts";
import { eventually } from "../testing/eventually.ts";
import { createAppSync } from "./sync.ts";

it("looks again at apps that are called, and leaves those alone whose workers connect", async () => {
  const asked: string[] = [];
  const transport = async ({ url }: { url: string }) => {
    asked.push(url);
    return { status: 200, header: () => "js", body: "" };
  };
  const engine = createEngine({ store: createMemoryStore(), clock: createSystemClock(), transport });
  onTestFinished(() => engine.close());
  const called = "http://127.0.0.1:9/api/inngest";
  for (const [appName, url] of [
    ["called", called] as const,
    ["connected", connectAddress("connected")] as const,
  ])
    await engine.register(readRegistration({ appName, url, functions: [] }, engine.now()));
  const sync = createAppSync({ engine, transport, urls: [], pollInterval: 1, log() {} });
  sync.start();
  onTestFinished(() => sync.stop());
  await eventually(() => expect(asked.length).toBeGreaterThan(2));
  expect(new Set(asked)).toEqual(new Set([called]));
});
