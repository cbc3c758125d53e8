import { functionsOf, type PortsOf } from "../../functions-of.ts";
import * as workflows from "./workflows.ts";

/** All that the workflows of what visitors do and what the staff learn from it need. */
export type AnalyticsPorts = PortsOf<typeof workflows>;

/** The workflows of what visitors do and what the staff learn from it. */
export const analyticsFunctions = functionsOf(workflows);
