import { replayData } from "@org/events/inngest";
import { expect, it } from "vitest";
import { failedRun } from "./failed-run.ts";

const apps = ["mohallamart", "ten-ocean-tenant-assc"];
const failedAt = "2026-11-01T10:00:00.000Z";
const event = { id: "event_1", name: "order.updated", data: { orderId: "ord_1", status: "packed" }, ts: 1 };
const failure = {
  function_id: "mohallamart-notify-order-status",
  run_id: "run_1",
  error: { name: "Error", message: "Resend answered 503." },
  event,
};
const read = (changes: object = {}) =>
  failedRun({ data: { ...failure, ...changes }, ts: Date.parse(failedAt) }, apps);

it("reads what Inngest's documentation shows, which has one event and no attempts", () => {
  expect(read()).toEqual({
    runId: "run_1",
    app: "mohallamart",
    workflow: "notify-order-status",
    events: [event],
    error: failure.error,
    attempts: undefined,
    replayOf: undefined,
    failedAt,
  });
});

it.each([undefined, null, []])("takes the one event when the batch is %j", (events) => {
  expect(read({ events }).events).toEqual([event]);
});

it("puts the events of a replay in its place, also beside others of a batch", () => {
  const other = { ...event, id: "event_2" };
  const invoked = {
    id: "event_3",
    name: "inngest/function.invoked",
    data: replayData({ runId: "run_0", events: [event] }),
  };
  expect(read({ event: other, events: [other, invoked] })).toMatchObject({
    events: [other, event],
    replayOf: "run_0",
  });
});

it("splits the id of an app that it does not know so that a replay finds the function", () => {
  const { app, workflow } = read({ function_id: "billing-send-invoice" });
  expect(`${app}-${workflow}`).toBe("billing-send-invoice");
});

it("keeps a scheduled run", () => {
  const timer = { id: "", name: "inngest/scheduled.timer", data: { cron: "0 3 * * *" } };
  expect(read({ event: timer })).toMatchObject({ events: [timer] });
});
