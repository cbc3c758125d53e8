import { userCreated } from "@org/events/mohallamart/user-created";
import { asha } from "../place-order.ts";
import type { Scenarios } from "./scenario.ts";

export const userScenarios: Scenarios = {
  "send-welcome-email": ({ mohallaMart }) =>
    mohallaMart.users.add(asha, { emit: [userCreated.create(asha)] }),
};
