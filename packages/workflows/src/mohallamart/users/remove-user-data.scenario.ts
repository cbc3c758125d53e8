import { userDeleted } from "@org/events/mohallamart/user-deleted";
import { asha } from "../../testing/place-order.ts";
import type { Scenario } from "../../testing/scenario.ts";
import { knownUser } from "../../testing/users.ts";

export const scenario: Scenario = async (bench) => {
  const { userId } = asha;
  await knownUser(bench);
  await bench.mohallaMart.users.close(userId, {
    emit: [userDeleted.create({ userId, reason: "requested" })],
  });
};
