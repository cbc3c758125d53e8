import { functionsOf, type PortsOf } from "../../functions-of.ts";
import * as workflows from "./workflows.ts";

/** All that the workflows of those who want to open a shop need. */
export type ShopkeeperPorts = PortsOf<typeof workflows>;

/** The workflows of those who want to open a shop. */
export const shopkeeperFunctions = functionsOf(workflows);
