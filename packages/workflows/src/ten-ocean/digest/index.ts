import { functionsOf, type PortsOf } from "../../functions-of.ts";
import * as workflows from "./workflows.ts";

/** All that the workflows of digest need. */
export type DigestPorts = PortsOf<typeof workflows>;

/** The workflows of digest. */
export const digestFunctions = functionsOf(workflows);
