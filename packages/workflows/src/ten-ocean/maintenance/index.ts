import { functionsOf, type PortsOf } from "../../functions-of.ts";
import * as workflows from "./workflows.ts";

/** All that the workflows of maintenance need. */
export type MaintenancePorts = PortsOf<typeof workflows>;

/** The workflows of maintenance. */
export const maintenanceFunctions = functionsOf(workflows);
