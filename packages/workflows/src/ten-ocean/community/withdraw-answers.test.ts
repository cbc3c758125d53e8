import type { EventToSend } from "@org/events";
import { userStatusChanged } from "@org/events/ten-ocean/user-status-changed";
import type { Standing } from "@org/stores/ten-ocean/port";
import { expect, it } from "vitest";
import { answer, noticesOf, party, planEvent, sendHeld } from "../../testing/community.ts";
import { startTestBench, type TestBench } from "../../testing/test-bench.ts";

const { eventId } = party;

function becomes({ tenOcean }: TestBench, userId: string, standing: Standing) {
  return tenOcean.residents.changeStanding(userId, standing, {
    emit: (change) => [userStatusChanged.create(change)],
  });
}

async function answered(): Promise<TestBench> {
  const bench = await startTestBench();
  await planEvent(bench, { capacity: 1 }, { silently: true });
  await answer(bench, "user_maya", "going", { silently: true });
  await answer(bench, "user_suresh", "going", { silently: true });
  return bench;
}

it("who moves out gives back their seats, and who waited is told; the one who left is not", async () => {
  const bench = await answered();
  await becomes(bench, "user_maya", "alumni");
  await bench.settle();
  expect(await bench.tenOcean.rsvps.get({ eventId, userId: "user_maya" })).toMatchObject({
    response: "declined",
  });
  expect(noticesOf(bench, "event-answer")).toMatchObject([
    { userIds: ["user_suresh"], data: { outcome: "moved-up" } },
  ]);
});

it("who was let in again before anybody looked keeps their seats", async () => {
  const bench = await answered();
  // What is emitted waits, so that nobody looks in between.
  const held: EventToSend[] = [];
  for (const standing of ["suspended", "resident"] as const) {
    await bench.tenOcean.residents.changeStanding("user_maya", standing, {
      emit: (change) => {
        held.push(userStatusChanged.create(change));
        return [];
      },
    });
  }
  await sendHeld(bench, held);
  await bench.settle();
  expect(await bench.tenOcean.rsvps.get({ eventId, userId: "user_maya" })).toMatchObject({ seated: true });
  expect(noticesOf(bench, "event-answer")).toEqual([]);
});
