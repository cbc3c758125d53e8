import { userCreated } from "@org/events/mohallamart/user-created";
import { userDeleted } from "@org/events/mohallamart/user-deleted";
import { userUpdated } from "@org/events/mohallamart/user-updated";
import { asha, placeOrder } from "../../testing/place-order.ts";
import type { Scenario, Scenarios } from "../../testing/scenarios/scenario.ts";
import type { TestBench } from "../../testing/test-bench.ts";

const { userId } = asha;

const register: Scenario = ({ mohallaMart }) =>
  mohallaMart.users.add(asha, { emit: [userCreated.create(asha)] });

/** Has an order, preferences and a session. */
async function knownUser(bench: TestBench): Promise<void> {
  await placeOrder(bench);
  const channels = { email: true, sms: false, push: true };
  await bench.mohallaMart.preferences.initialize({ userId, language: "en-IN", channels });
  await bench.sessions.open(userId, "2100-01-01T00:00:00Z");
}

export const userScenarios: Scenarios = {
  "initialize-preferences": register,
  "remove-user-data": async (bench) => {
    await knownUser(bench);
    await bench.mohallaMart.users.close(userId, {
      emit: [userDeleted.create({ userId, reason: "requested" })],
    });
  },
  "send-welcome-email": register,
  "sync-user-data": async (bench) => {
    await knownUser(bench);
    await bench.mohallaMart.users.update(
      userId,
      { name: "Asha R" },
      { emit: [userUpdated.create({ userId, changed: ["name"] })] },
    );
  },
};
