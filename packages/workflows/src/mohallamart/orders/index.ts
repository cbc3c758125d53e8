import { functionsOf, type PortsOf } from "../../functions-of.ts";
import * as workflows from "./workflows.ts";

/** All that the workflows of orders need. */
export type OrderPorts = PortsOf<typeof workflows>;

/** The workflows of orders. */
export const orderFunctions = functionsOf(workflows);
