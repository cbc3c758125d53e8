import { expect, it } from "vitest";
import { msg91Reports } from "./msg91.ts";

const secret = "a-secret-of-20-letters";
const reports = msg91Reports({ secret });
const url = `https://mohallamart.example/api/webhooks/msg91?secret=${secret}`;
const report = { date: "2026-11-01 15:30:00", number: "919800000001", CRQID: "0", desc: "…" };

const read = (requests: unknown) => {
  const body = new URLSearchParams({ data: JSON.stringify(requests) }).toString();
  return reports.read({ url, body, headers: new Headers() });
};

it.each([
  ["1", "delivered", false],
  ["2", "undelivered", false],
  ["9", "undelivered", false],
  ["16", "undelivered", false],
  ["17", "opted-out", true],
  ["25", "undelivered", false],
])("the status %s is %s, and ends the number: %s", (status, state, endsAddress) => {
  expect(read([{ requestId: "r1", report: [{ ...report, status }] }])).toEqual([
    {
      messageId: "r1",
      channel: "sms",
      state,
      address: "+919800000001",
      endsAddress,
      at: "2026-11-01T10:00:00.000Z",
    },
  ]);
});

it("several requests come at once, each with our reference where it has one", () => {
  const found = read([
    { requestId: "r1", report: [{ ...report, status: 1, CRQID: "abc" }] },
    {
      requestId: "r2",
      report: [
        { ...report, status: "1" },
        { ...report, status: "8" },
      ],
    },
  ]);
  expect(found).toMatchObject([{ messageId: "r1", reference: "abc" }, { messageId: "r2" }]);
  expect(found[1]).not.toHaveProperty("reference");
});
