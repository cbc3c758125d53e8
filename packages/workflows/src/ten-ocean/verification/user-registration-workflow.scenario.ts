import { userRegistered } from "@org/events/ten-ocean/user-registered";
import type { Scenario } from "../../testing/scenario.ts";

export const scenario: Scenario = ({ tenOcean }) => {
  const sam = { userId: "user_sam", email: "sam@example.com", firstName: "Sam", lastName: "Rivera" };
  return tenOcean.residents.register(sam, { emit: [userRegistered.create(sam)] });
};
