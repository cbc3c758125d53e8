import type { DeliveryReport, VendorReport } from "@org/integrations/delivery-reports/port";
import type { Emit } from "../outbox/port.ts";

/** A message that its vendor took and that did not arrive, as far as is known now. */
export type LostMessage = Pick<DeliveryReport, "messageId" | "channel" | "state">;

/** What vendors report of messages that they took. */
export interface DeliveryReportBook {
  /**
   * Books reports, all or none. One that comes twice, late or before its delivery is recorded changes nothing that it
   * should not: of a message what is worst counts. An address that is at its end is suppressed, once for each message
   * that says so, until its owner says that they want texts or somebody lifts it; their word counts once as well. A message that was in doubt counts as sent, for its vendor took it.
   * @param events of the messages of which is known only now that they did not arrive
   */
  take(reports: readonly VendorReport[], events?: Emit<LostMessage[]>): Promise<void>;
}
