import { functionsOf, type PortsOf } from "../../functions-of.ts";
import * as workflows from "./workflows.ts";

/** All that the workflows of customers and their accounts need. */
export type UserPorts = PortsOf<typeof workflows>;

/** The workflows of customers and their accounts. */
export const userFunctions = functionsOf(workflows);
