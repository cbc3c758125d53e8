import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { apps, appsWithin } from "../scripts/graph/apps.ts";
import { readFunctions } from "../scripts/graph/read-functions.ts";
import { readSource } from "../scripts/graph/read-source.ts";
import { defaultRetries, retryDelay } from "./retry-policy.ts";
import { workflowFiles } from "./testing/workflow-files.ts";
import {
  reserved,
  type Share,
  sendingPorts,
  sendingShare,
  shares,
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
  expect(throttle?.limit).toBeGreaterThanOrEqual(10 * throttleOf(id).limit);
});

it("looks at every workflow that is served", () => {
  const ids = workflowFiles().map(({ id }) => id);
  expect([...throttles.keys()].toSorted()).toEqual(ids.toSorted());
});

it("has no share for a function that does not send", () => {
  expect(Object.keys(shares).toSorted()).toEqual(senders.map(({ id }) => id).toSorted());
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
  const users = rows.flatMap(([id, { requests, lines }]) => {
    const { limit } = throttleOf(id);
    return requests[port] ? [{ requests: requests[port] * (lines?.count ?? 1), spacing: 60 / limit }] : [];
  });

  it("is asked for no more than its limit when every function has runs waiting", () => {
    const perSecond = users.reduce((total, { requests, spacing }) => total + requests / spacing, 0);
    expect(perSecond + reservedOf(port)).toBeLessThanOrEqual(limitOf(port));
  });

  // Two functions may start a run in the same second, and the one that is refused for it tries again. So the limit has
  // to hold over the time that the retries of a step last: within it every request finds a second that has room.
  it("is asked for no more than its limit in any window as long as the retries of a step", () => {
    const retries = Array.from({ length: defaultRetries }, (_none, attempt) => retryDelay(attempt));
    const window = retries.reduce((total, delay) => total + delay) / 1000;
    const most = users.reduce(
      (total, { requests, spacing }) => total + requests * Math.ceil(window / spacing),
      0,
    );
    expect(most + window * reservedOf(port)).toBeLessThanOrEqual(window * limitOf(port));
  });
});

it("gives a function the tightest of its vendors, for all the requests of a run", () => {
  const { percent, requests } = shares["user-registration-workflow"];
  expect(sendingShare("user-registration-workflow")).toEqual({
    limit: Math.floor((60 * vendorLimits.email * percent) / 100 / requests.email),
    period: "60s",
  });
});
