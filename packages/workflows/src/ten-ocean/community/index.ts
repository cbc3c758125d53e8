import { functionsOf, type PortsOf } from "../../functions-of.ts";
import * as workflows from "./workflows.ts";

/** All that the workflows of community need. */
export type CommunityPorts = PortsOf<typeof workflows>;

/** The workflows of community. */
export const communityFunctions = functionsOf(workflows);
