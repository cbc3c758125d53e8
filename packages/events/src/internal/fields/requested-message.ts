import * as z from "zod";
import { personal } from "../personal-data.ts";
import { properties } from "./properties.ts";

/** What every request for one message says, over whichever channel it goes. */
export const requestedMessage = {
  key: z.string().min(1).max(256).describe("The message's idempotency key: one message for each"),
  template: z
    .string()
    .max(100)
    .regex(/^[a-z][A-Za-z0-9]*([.-][A-Za-z0-9]+)*$/, "Expected a name such as order-confirmation")
    .describe("Chooses the wording and finds the address; the name of a message, or a type of notification"),
  about: z
    .string()
    .min(1)
    .max(100)
    .describe("The id of what it is about: its delivery is found under this id"),
  askedBy: z
    .string()
    .max(100)
    .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, "Expected a workflow such as send-order-confirmation")
    .describe("The workflow under whose name the delivery is recorded"),
  /** In which capacity they are told. */
  recipient: z.enum(["customer", "shopkeeper", "admin"]),
  priority: z.enum(["transactional", "bulk"]).describe("Each has a sender of its own"),
  data: personal("free-text", properties).describe("What the template needs: ids, and what no store keeps"),
};
