import type { DeliveryReport } from "@org/integrations/delivery-reports/port";

/** What vendors report of messages that they took. */
export interface DeliveryReportBook {
  /**
   * Books reports, all or none. One that comes twice, late or before its delivery is recorded changes nothing that it
   * should not: of a message what is worst counts. An address that is at its end is suppressed, and a message that was
   * in doubt counts as sent, for its vendor took it.
   */
  take(reports: readonly DeliveryReport[]): Promise<void>;
}
