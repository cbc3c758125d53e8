import { userUpdated } from "@org/events/mohallamart/user-updated";
import { asha } from "../../testing/place-order.ts";
import type { Scenario } from "../../testing/scenario.ts";
import { knownUser } from "../../testing/users.ts";

export const scenario: Scenario = async (bench) => {
  const { userId } = asha;
  await knownUser(bench);
  await bench.mohallaMart.users.update(
    userId,
    { name: "Asha R" },
    { emit: [userUpdated.create({ userId, changed: ["name"] })] },
  );
};
