import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { readSource } from "./read-source.ts";

it("lists steps in the order in which they run, through the modules and functions that hold them", () => {
  const processOrder = new URL("../../src/mohallamart/orders/process-order.ts", import.meta.url);
  const { steps, creates } = readSource(fileURLToPath(processOrder));
  expect(steps.slice(0, 5)).toEqual([
    { id: "capture-payment", tool: "run" },
    { id: "book-payment", tool: "run" },
    { id: "cancel-order", tool: "run" },
    { id: "return-payment", tool: "run" },
    { id: "take-stock", tool: "run" },
  ]);
  expect(creates.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["orderCancelled", "productOutOfStock", "orderPaid"]),
  );
});

it("sees the steps and the events of a delivery, which an index lists, and the port that it goes over", () => {
  const confirm = new URL("../../src/mohallamart/shopkeepers/confirm-application.tsx", import.meta.url);
  const { steps, creates, sends } = readSource(fileURLToPath(confirm));
  expect(steps.map(({ id }) => id)).toEqual(
    expect.arrayContaining(["count-links", "send-link", "send-link:over-limit", "record-failure"]),
  );
  expect(creates.map(({ name }) => name)).toContain("messageInDoubt");
  expect([...sends]).toEqual(["email"]);
});

it("sees that an email is asked for, which is sent over no port", () => {
  const welcome = new URL("../../src/mohallamart/users/send-welcome-email.ts", import.meta.url);
  const { steps, creates, sends } = readSource(fileURLToPath(welcome));
  expect(steps).toEqual([{ id: "ask-for-email", tool: "sendEvent" }]);
  expect(creates.map(({ name }) => name)).toEqual(["notificationEmailRequested"]);
  expect([...sends]).toEqual([]);
});

it("sees over which port the senders of emails send", () => {
  const sender = new URL("../../src/mohallamart/notifications/deliver-email.ts", import.meta.url);
  const { steps, sends } = readSource(fileURLToPath(sender));
  expect(steps.map(({ id }) => id)).toEqual([
    "choose-emails",
    "send-batch",
    "send-batch:over-limit",
    "record-batch-failure",
  ]);
  expect([...sends]).toEqual(["email"]);
});

it("says how long a step sleeps or waits, as the source does", () => {
  const close = new URL("../../src/ten-ocean/maintenance/close-resolved-request.ts", import.meta.url);
  const { steps } = readSource(fileURLToPath(close));
  expect(steps).toContainEqual({
    id: "wait-for-answer",
    tool: "sleepUntil",
    lasts: "new Date(begin + 5 * day)",
  });
  const verify = new URL("../../src/mohallamart/shopkeepers/verify-shopkeeper.ts", import.meta.url);
  expect(readSource(fileURLToPath(verify)).steps).toContainEqual({
    id: "wait-for-approval",
    tool: "waitForEvent",
    lasts: "2d",
  });
});
