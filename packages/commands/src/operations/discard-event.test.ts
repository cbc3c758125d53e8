import { expect, it } from "vitest";
import { testStores } from "../testing/test-stores.ts";
import { discardEvent } from "./discard-event.ts";

const { outbox, refuseEvents } = await testStores();
const discard = discardEvent({ outbox });
const request = { reason: "cannot-succeed", operatorId: "admin_001" };
const event = { id: "order.created:ord_1", name: "order.created", v: "1", data: {} };

it("gives up an event that the engine refuses, once", async () => {
  await outbox.send(event);
  const asked = { ...request, eventId: event.id };
  expect(await discard(asked)).toMatchObject({ ok: false, code: "not-refused" });
  await refuseEvents();
  expect((await outbox.state()).failing).toMatchObject([{ id: event.id }]);
  expect(await discard({ ...asked, reason: "" })).toMatchObject({
    ok: false,
    fields: { reason: expect.any(String) },
  });
  expect((await outbox.state()).pending).toBe(1);
  expect(await discard(asked)).toEqual({ ok: true, eventId: event.id });
  expect(await outbox.state()).toMatchObject({ pending: 0, failing: [], lost: [] });
  expect(await discard(asked)).toMatchObject({ ok: false, code: "not-refused" });
});

it.each([
  ["order.created:none", "not-refused"],
  ["", "damaged"],
  ["a\0b", "damaged"],
])("%j is refused", async (eventId, code) => {
  expect(await discard({ ...request, eventId })).toMatchObject({ ok: false, code });
});
