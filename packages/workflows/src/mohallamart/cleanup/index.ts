import { functionsOf, type PortsOf } from "../../functions-of.ts";
import * as workflows from "./workflows.ts";

/** All that the workflows of what is kept no longer need. */
export type CleanupPorts = PortsOf<typeof workflows>;

/** The workflows of what is kept no longer. */
export const cleanupFunctions = functionsOf(workflows);
