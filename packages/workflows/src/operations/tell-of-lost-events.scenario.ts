import { eventsLost } from "@org/events/operations/events-lost";
import type { Scenario } from "../testing/scenario.ts";

export const scenario: Scenario = ({ engine }) =>
  engine.send(eventsLost.create({ count: 3, names: ["order.created", "order.paid"] }));
