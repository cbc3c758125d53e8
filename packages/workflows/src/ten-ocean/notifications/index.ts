import { functionsOf, type PortsOf } from "../../functions-of.ts";
import * as workflows from "./workflows.ts";

/** All that the workflows of notifications need. */
export type NotificationPorts = PortsOf<typeof workflows>;

/** The workflows that send and route notifications. */
export const notificationFunctions = functionsOf(workflows);
