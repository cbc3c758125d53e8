import { functionsOf, type PortsOf } from "../../functions-of.ts";
import * as workflows from "./workflows.ts";

/** All that the workflows of what users are told need. */
export type NotificationPorts = PortsOf<typeof workflows>;

/** The workflows of what users are told. */
export const notificationFunctions = functionsOf(workflows);
