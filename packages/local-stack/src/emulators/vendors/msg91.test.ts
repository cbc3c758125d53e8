import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { startEmulators } from "../start-emulators.ts";

const emulators = await startEmulators();
const { url, authKey, templates } = emulators.msg91;
const flow = {
  template_id: templates["order-confirmation"],
  recipients: [{ mobiles: "919800000001", shop: "Asha Stores", order: "ord_1", total: "Rs 50" }],
};

afterAll(() => emulators.stop());
beforeEach(() => emulators.reset());

async function send(change: object, key: string = authKey) {
  const answer = await fetch(`${url}/api/v5/flow`, {
    method: "POST",
    headers: { authkey: key },
    body: JSON.stringify({ ...flow, ...change }),
  });
  return { status: answer.status, body: await answer.json() };
}

describe("MSG91 emulator", () => {
  it("fills the template, shows the text in the outbox and leaves out what has no value", async () => {
    const { status, body } = await send({});
    expect([status, body]).toEqual([200, { type: "success", message: expect.stringMatching(/^\w{24}$/) }]);
    expect(emulators.outbox()).toMatchObject([
      {
        vendor: "msg91",
        channel: "sms",
        to: "+919800000001",
        text: "MohallaMart: Asha Stores has your order ord_1, Rs 50. https://mohallamart.test/o/",
      },
    ]);
  });

  it("sends to several recipients, and twice when asked twice", async () => {
    const recipients = [{ mobiles: "919800000001" }, { mobiles: "919800000002" }];
    await send({ recipients });
    await send({ recipients });
    expect(emulators.outbox()).toHaveLength(4);
  });

  it.each([
    ["a template that is not registered", { template_id: "none" }],
    ["a number that is none", { recipients: [{ mobiles: "Asha" }] }],
    ["no recipient", { recipients: [] }],
  ])("refuses %s with status 200", async (_case, change) => {
    expect(await send(change)).toMatchObject({
      status: 200,
      body: { type: "error", code: expect.any(String) },
    });
    expect(emulators.outbox()).toEqual([]);
  });

  it("refuses another key than its own", async () => {
    expect(await send({}, "other")).toMatchObject({ status: 401, body: { type: "error" } });
  });
});
