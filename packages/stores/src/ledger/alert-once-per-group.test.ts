import type { Alert, AlertSender } from "@org/integrations/alerts/port";
import { IntegrationError } from "@org/integrations/error";
import { beforeEach, expect, it, vi } from "vitest";
import { testDatabase } from "../testing/database.ts";
import { alertOncePerGroup } from "./alert-once-per-group.ts";
import { postgresLedger } from "./postgres.ts";

const { pool } = await testDatabase();
const ledger = postgresLedger(pool);
const minute = 60_000;

const later = (minutes: number) =>
  new Date(Date.parse("2026-11-01T10:00:00Z") + minutes * minute).toISOString();
let groups = 0;
let alert: Alert;
const send = vi.fn<AlertSender["send"]>();
const alerts = alertOncePerGroup({ send }, { ledger, channel: "slack", window: 15 * minute });

beforeEach(() => {
  send.mockReset().mockResolvedValue({ messageId: "1.0" });
  alert = {
    group: `run-failed:${groups++}`,
    severity: "critical",
    title: "A run failed",
    text: "…",
    key: "run_1",
    at: later(0),
  };
});

it("a group is told once in a window, whatever its alerts' own keys, and again in the next", async () => {
  const first = await alerts.send(alert);
  expect(await alerts.send({ ...alert, key: "run_2", at: later(5) })).toEqual(first);
  expect(send).toHaveBeenCalledTimes(1);
  await alerts.send({ ...alert, key: "run_3", at: later(15) });
  expect(send).toHaveBeenCalledTimes(2);
});

it("an alert belongs to the window in which it happened, however late it is sent", async () => {
  vi.useFakeTimers({ now: Date.parse(later(14)), toFake: ["Date"] });
  try {
    const first = await alerts.send(alert);
    vi.setSystemTime(later(25 * 60));
    expect(await alerts.send(alert)).toEqual(first);
    expect(send).toHaveBeenCalledTimes(1);
  } finally {
    vi.useRealTimers();
  }
});

it("alerts that come together are told once; whoever comes second is told to come again", async () => {
  const outcomes = await Promise.allSettled(Array.from({ length: 10 }, () => alerts.send(alert)));
  expect(send).toHaveBeenCalledTimes(1);
  for (const outcome of outcomes) {
    if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ kind: "retryable" });
  }
});

it("another group and another channel are told on their own", async () => {
  const email = alertOncePerGroup({ send }, { ledger, channel: "email" });
  await Promise.all([
    alerts.send(alert),
    email.send(alert),
    alerts.send({ ...alert, group: `${alert.group}:b` }),
  ]);
  expect(send).toHaveBeenCalledTimes(3);
  expect(new Set(send.mock.calls.map(([sent]) => sent.key)).size).toBe(3);
});

it("an alert that was certainly not told is told by the next try", async () => {
  const failure = { port: "alerts", vendor: "slack", kind: "retryable" } as const;
  send.mockRejectedValueOnce(new IntegrationError("Slack answered 429.", failure));
  await expect(alerts.send(alert)).rejects.toMatchObject({ kind: "retryable" });
  await alerts.send(alert);
  expect(send).toHaveBeenCalledTimes(2);
});
