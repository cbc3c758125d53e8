import { expect, it, onTestFinished, vi } from "vitest";
import { convexOutbox } from "../outbox/convex.ts";
import { convexBridge } from "../testing/convex-bridge.ts";
import { changeContract } from "./contract.ts";
import { convexChanges } from "./convex.ts";

const bridge = await convexBridge();
const log = { debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error: vi.fn() };
const create = () => convexChanges(bridge.deployment, { log });

changeContract("Convex", {
  outbox: convexOutbox(bridge.deployment),
  create,
  connections: async () => bridge.listeners(),
  reset: bridge.empty,
});

it("comes back after its connection was lost, and has everybody look at once", async () => {
  const changes = create();
  onTestFinished(() => changes.close());
  const heard = vi.fn();
  changes.listen("ord_1", heard);
  await vi.waitFor(() => expect(changes.isListening).toBe(true));
  heard.mockClear();
  bridge.dropSubscriptions();
  await vi.waitFor(() => expect(changes.isListening).toBe(false));
  expect(heard).not.toHaveBeenCalled();
  await vi.waitFor(() => expect(changes.isListening).toBe(true), 15_000);
  await vi.waitFor(() => expect(heard).toHaveBeenCalled());
  expect(log.warn).toHaveBeenCalledOnce();
}, 30_000);
