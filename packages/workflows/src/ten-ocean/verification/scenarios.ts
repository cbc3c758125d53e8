import { userRegistered } from "@org/events/ten-ocean/user-registered";
import type { Scenarios } from "../../testing/scenarios/scenario.ts";

export const tenOceanScenarios: Scenarios = {
  "user-registration-workflow": ({ tenOcean }) => {
    const sam = { userId: "user_sam", email: "sam@example.com", firstName: "Sam", lastName: "Rivera" };
    return tenOcean.residents.register(sam, { emit: [userRegistered.create(sam)] });
  },
};
