import { functionsOf, type PortsOf } from "../../functions-of.ts";
import * as workflows from "./workflows.ts";

/** All that the workflows of products, their stock and their search need. */
export type ProductPorts = PortsOf<typeof workflows>;

/** The workflows of products, their stock and their search. */
export const productFunctions = functionsOf(workflows);
