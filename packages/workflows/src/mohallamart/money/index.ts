import { functionsOf, type PortsOf } from "../../functions-of.ts";
import * as workflows from "./workflows.ts";

/** All that the workflows of money need. */
export type MoneyPorts = PortsOf<typeof workflows>;

/** The workflows of money: refunds, disputes and the comparison with the vendor's books. */
export const moneyFunctions = functionsOf(workflows);
