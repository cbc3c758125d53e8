import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { apps, appsWithin } from "../scripts/graph/apps.ts";
import { readFunctions } from "../scripts/graph/read-functions.ts";
import { readSource } from "../scripts/graph/read-source.ts";
import { retryDelay, usualRetries } from "./retry-policy.ts";
import { workflowFiles } from "./testing/workflow-files.ts";
import {
  reserved,
  type SendingThrottle,
  type Share,
  sendingPorts,
  sendingShare,
  shares,
  throttleOf as throttleOfShare,
  type VendorLimits,
  vendorLimits,
} from "./vendor-limits.ts";

const throttles = throttlesOf(apps);
const root = new URL("../../../", import.meta.url);
const senders = (await readFunctions(apps))
  .map(({ id, source }) => ({ id, ports: readSource(fileURLToPath(new URL(source, root))).sends }))
  .filter(({ ports }) => ports.size > 0);
const rows: [string, Share][] = Object.entries(shares);

function throttlesOf(served: typeof apps) {
  return new Map(served.flatMap(({ functions }) => functions.map(({ opts }) => [opts.id, opts.throttle])));
}

/** Guarantee: called with ids that are in the table. */
function throttleOf(functionId: string, limits?: Partial<VendorLimits>) {
  return sendingShare(functionId as keyof typeof shares, limits);
}

describe.each(senders)("$id", ({ id, ports }) => {
  it("has a share that counts every port over which it sends, and is throttled by it", () => {
    const row = rows.find(([functionId]) => functionId === id);
    expect(row, `vendor-limits.ts has no share for ${id}, which sends`).toBeDefined();
    expect(Object.keys(row?.[1].requests ?? {})).toEqual(expect.arrayContaining([...ports]));
    expect(throttles.get(id)).toEqual(throttleOf(id));
  });
});

it.each(senders)("lets $id send more where the vendors grant more", ({ id }) => {
  const granted = { email: 50, sms: 1_000, push: 1_500, alerts: 10 };
  const throttle = throttlesOf(appsWithin(granted)).get(id);
  expect(throttle).toEqual(throttleOf(id, granted));
  // The difference is what a computer makes of tenths.
  expect(rateOf(throttleOf(id, granted))).toBeGreaterThanOrEqual(10 * rateOf(throttleOf(id)) - 1e-9);
});

it("throttles nobody for the email vendor but the senders of emails, and those whose email holds a secret or is an alert", () => {
  const users = rows.filter(([, { requests }]) => requests.email).map(([id]) => id);
  expect(users.toSorted()).toEqual([
    "alert-on-failure",
    "alert-on-money",
    "confirm-application",
    "confirm-new-email",
    "confirm-registration",
    "deliver-bulk-email",
    "deliver-email",
    "reconcile-payments",
    "send-bulk-email",
    "send-email",
    "send-operations-digest",
    "settle-messages-in-doubt",
    "tell-of-lost-events",
  ]);
});

it("throttles nobody for the vendors of texts and push messages but their senders", () => {
  const users = rows.filter(([, { requests }]) => requests.sms || requests.push).map(([id]) => id);
  expect(users.toSorted()).toEqual([
    "deliver-bulk-push",
    "deliver-bulk-sms",
    "deliver-push",
    "deliver-sms",
    "send-bulk-push",
    "send-push",
  ]);
});

it.each(
  [
    "process-order",
    "capture-payment",
    "cancel-order",
    "update-inventory",
    "notify-order-status",
    "send-order-confirmation",
    "send-notification",
    "send-bulk-notification",
    "tell-another-way",
    "sync-order-data",
    "notify-shopkeeper",
    "tell-shop-of-cancellation",
    "process-out-of-stock-alert",
    "restore-listing",
  ].filter((id) => throttles.has(id)),
)("lets no vendor hold up %s: it moves money, stock or a status, or asks for messages", (id) => {
  expect(throttles.get(id)).toBeUndefined();
});

it("looks at every workflow that is served", () => {
  const ids = workflowFiles().map(({ id }) => id);
  expect([...throttles.keys()].toSorted()).toEqual(ids.toSorted());
});

/** Seconds in which an event that starts a function is to have its turn: until its debounce lets the next one through, or a minute. */
function patienceOf(debounce: { period?: string } | undefined): number {
  const [, minutes] = /^(\d+)m$/.exec(debounce?.period ?? "1m") ?? [];
  return Number(minutes) * 60;
}

it("lets what an event starts have its turn within a minute, or before its debounce lets the next one through", () => {
  const started = apps.flatMap(({ functions }) =>
    functions.filter(({ opts }) => [opts.triggers ?? []].flat().some((trigger) => "event" in trigger)),
  );
  const patience = new Map(started.map(({ opts }) => [opts.id, patienceOf(opts.debounce)]));
  const slow = rows.filter(
    ([id]) => patience.has(id) && !(1 / rateOf(throttleOf(id)) <= (patience.get(id) ?? 0)),
  );
  expect(slow.map(([id]) => id)).toEqual([]);
});

it("has no share for a function that does not send", () => {
  expect(Object.keys(shares).toSorted()).toEqual(senders.map(({ id }) => id).toSorted());
});

/** Runs a second. */
function rateOf({ limit, period }: SendingThrottle): number {
  return limit / secondsOf(period);
}

function secondsOf(period: SendingThrottle["period"]): number {
  return Number(period.replace("s", ""));
}

it.each(rows)("starts no more runs of %s at once than it may start in a second, and always one", (id) => {
  const throttle = throttleOf(id);
  expect(throttle.limit).toBe(Math.max(1, Math.floor(rateOf(throttle))));
});

/** What a vendor has to leave to others than the functions, requests a second. */
function reservedOf(port: string): number {
  const percent = reserved.filter((entry) => entry.port === port).map((entry) => entry.percent);
  return (limitOf(port) * percent.reduce((total, one) => total + one, 0)) / 100;
}

function limitOf(port: string): number {
  return Object.entries(vendorLimits).find(([name]) => name === port)?.[1] ?? 0;
}

describe.each(sendingPorts)("the vendor behind %s", (port) => {
  const users = rows.flatMap(([id, { requests }]) => {
    const throttle = throttleOf(id);
    const used = { requests: requests[port] ?? 0, spacing: 1 / rateOf(throttle) };
    return used.requests > 0 ? [{ ...used, atOnce: throttle.limit }] : [];
  });

  it("is asked for no more than its limit when every function has runs waiting", () => {
    const perSecond = users.reduce((total, { requests, spacing }) => total + requests / spacing, 0);
    expect(perSecond + reservedOf(port)).toBeLessThanOrEqual(limitOf(port));
  });

  // Two functions may start a run in the same second, and the one that is refused for it tries again. So the limit has
  // to hold over the time that the retries of a step last: within it every request finds a second that has room.
  it("is asked for no more than its limit in any window as long as the retries of a step", () => {
    const retries = Array.from({ length: usualRetries }, (_none, attempt) => retryDelay(attempt));
    const window = retries.reduce((total, delay) => total + delay) / 1000;
    const most = users.reduce(
      (total, { requests, spacing, atOnce }) => total + requests * (atOnce - 1 + Math.ceil(window / spacing)),
      0,
    );
    expect(most + window * reservedOf(port)).toBeLessThanOrEqual(window * limitOf(port));
  });
});

it.each([
  [0.5, { limit: 1, period: "2s" }],
  [0.8, { limit: 1, period: "2s" }],
  [0.01, { limit: 1, period: "100s" }],
  [1, { limit: 1, period: "1s" }],
  [1.5, { limit: 3, period: "2s" }],
  [2.5, { limit: 5, period: "2s" }],
  [7, { limit: 7, period: "1s" }],
  [10 / 3, { limit: 10, period: "3s" }],
])("writes %d runs a second as few at once as it can", (rate, throttle) => {
  expect(throttleOfShare({ percent: 100, requests: { email: 1 } }, { email: rate })).toEqual(throttle);
});

it("gives a function the tightest of its vendors, for all the requests of a run", () => {
  const { percent, requests } = shares["confirm-new-email"];
  const seconds = Math.ceil(requests.email / ((vendorLimits.email * percent) / 100));
  expect(sendingShare("confirm-new-email")).toEqual({ limit: 1, period: `${seconds}s` });
});
