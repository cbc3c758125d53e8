import { functionsOf, type PortsOf } from "../../functions-of.ts";
import * as workflows from "./workflows.ts";

/** All that the workflows of new residents need. */
export type VerificationPorts = PortsOf<typeof workflows>;

/** The workflows of new residents. */
export const verificationFunctions = functionsOf(workflows);
