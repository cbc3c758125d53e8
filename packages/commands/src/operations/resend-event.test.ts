import { expect, it } from "vitest";
import { testStores } from "../testing/test-stores.ts";
import { resendEvent } from "./resend-event.ts";

const { outbox, loseEvents } = await testStores();
const resend = resendEvent({ outbox });
const operatorId = "admin_001";
const event = { id: "order.created:ord_1", name: "order.created", v: "1", data: {} };

it("has a lost event sent again, once", async () => {
  await outbox.send(event);
  expect(await resend({ eventId: event.id, operatorId })).toMatchObject({ ok: false, code: "not-lost" });
  await loseEvents();
  expect((await outbox.state()).lost).toMatchObject([{ id: event.id }]);
  expect(await resend({ eventId: event.id, operatorId })).toEqual({ ok: true, eventId: event.id });
  expect(await outbox.state()).toMatchObject({ pending: 1, lost: [] });
  expect(await resend({ eventId: event.id, operatorId })).toMatchObject({ ok: false, code: "not-lost" });
});

it.each([
  ["order.created:none", "not-lost"],
  ["", "damaged"],
  ["a\0b", "damaged"],
])("%j is refused", async (eventId, code) => {
  expect(await resend({ eventId, operatorId })).toMatchObject({ ok: false, code });
});
