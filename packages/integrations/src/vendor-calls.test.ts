import { expect, it, onTestFinished } from "vitest";
import { leaksIn, personal } from "./contracts/index.ts";
import { RefusedError, vendorFailures } from "./internal/vendor-failure.ts";
import { onVendorCall, type VendorCall } from "./vendor-calls.ts";

const failures = vendorFailures({ port: "sms", vendor: "twilio", name: "Twilio" });
const sending = { action: "send a text message", idempotent: false };

function listen(): VendorCall[] {
  const heard: VendorCall[] = [];
  onTestFinished(onVendorCall((call) => heard.push(call)));
  return heard;
}

it("tells of every call how it ended and how long it took", async () => {
  const heard = listen();
  await failures.during(sending, async () => personal.text);
  for (const status of [429, 500, 404])
    await failures
      .during(sending, () => Promise.reject(new RefusedError({ status, code: "21211" })))
      .catch(() => undefined);
  await failures.during(sending, () => Promise.reject(new Error(personal.phone))).catch(() => undefined);
  expect(heard.map(({ outcome }) => outcome)).toEqual(["done", "limited", "failed", "failed", "failed"]);
  expect(heard).toEqual(
    heard.map(({ outcome }) => ({
      ...{ port: "sms", vendor: "twilio", action: sending.action, outcome },
      duration: expect.toSatisfy((duration) => duration >= 0),
    })),
  );
  expect(leaksIn(heard, [personal.text, personal.phone])).toEqual([]);
});

it("counts a refusal that the caller expects as an answer, and no other", async () => {
  const heard = listen();
  const looking = { action: "read an alias", idempotent: true, expected: [404] };
  for (const status of [404, 409])
    await expect(
      failures.during(looking, () => Promise.reject(new RefusedError({ status }))),
    ).rejects.toMatchObject({ status });
  expect(heard.map(({ outcome }) => outcome)).toEqual(["done", "failed"]);
});

it("changes nothing of the call when nobody listens, and is over when it is ended", async () => {
  const heard: VendorCall[] = [];
  onVendorCall((call) => heard.push(call))();
  expect(await failures.during(sending, async () => "SM1")).toBe("SM1");
  expect(heard).toEqual([]);
});
