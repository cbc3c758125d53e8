import { functionsOf, type PortsOf } from "../../functions-of.ts";
import * as workflows from "./workflows.ts";

/** All that the workflows of forum need. */
export type ForumPorts = PortsOf<typeof workflows>;

/** The workflows of forum. */
export const forumFunctions = functionsOf(workflows);
