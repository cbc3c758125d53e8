import type { InngestFunction } from "inngest";
import { notifyOrderStatus } from "./notify-order-status.tsx";
import { notifyShopkeeper } from "./notify-shopkeeper.tsx";
import type { MohallaMartPorts } from "./ports.ts";
import { sendOrderConfirmation } from "./send-order-confirmation.tsx";
import { sendWelcomeEmail } from "./send-welcome-email.tsx";
import { updateInventory } from "./update-inventory.ts";

export { type MohallaMartInngest, mohallaMartInngest } from "./client.ts";
export type { MohallaMartPorts } from "./ports.ts";

/** The marketplace's workflows, ready to be served under the Inngest app `mohallamart`. */
export function mohallaMartFunctions(ports: MohallaMartPorts): InngestFunction.Any[] {
  return [
    notifyOrderStatus(ports),
    notifyShopkeeper(ports),
    sendOrderConfirmation(ports),
    sendWelcomeEmail(ports),
    updateInventory(ports),
  ];
}
