import { afterAll, expect, it, vi } from "vitest";
import { orderCreated } from "../mohallamart.ts";
import { callFunction, inngest } from "./testing/call-function.ts";

// Files share their modules; this one's are loaded anew, over its copy of the SDK, and not kept for others.
vi.hoisted(() => vi.resetModules());
afterAll(() => {
  vi.resetModules();
});

/** What the middleware imports is not what the serving handler knows, as with two copies of the SDK installed. */
vi.mock("inngest", async (importOriginal) => ({
  ...(await importOriginal<typeof import("inngest")>()),
  NonRetriableError: class extends Error {
    override readonly name = "NonRetriableError";
  },
}));

it("an event that no version accepts ends the run for good, whichever copy of the SDK the error is from", async () => {
  const echo = inngest.createFunction({ id: "echo", triggers: [orderCreated] }, ({ event }) => event);
  const { status, final } = await callFunction(echo, [{ name: "order.created", data: { orderId: "ord_1" } }]);
  expect({ status, final }).toEqual({ status: 400, final: true });
});
