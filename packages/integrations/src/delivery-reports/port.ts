/** What became of a message that a vendor took, as far as it will say. */
export type ReportedState = "delivered" | "undelivered" | "bounced" | "opted-out" | "complained";

/** Any report may come twice, late, and before an earlier one. */
export interface DeliveryReport {
  /** The vendor's id of the message. */
  messageId: string;
  channel: "email" | "sms" | "push";
  state: ReportedState;
  /** What `referenceOf` made of the message's key, where the vendor gives it back. */
  reference?: string;
  /** The address that it went to: an email address, or a phone number in E.164. */
  address?: string;
  /** Whether that address is to get nothing more over this channel: it does not exist, or its owner wants nothing. */
  endsAddress: boolean;
  /** ISO 8601, UTC. */
  at: string;
}

/** The owner of a number says in a text of their own whether they want any: STOP, or START. */
export interface OwnersWord {
  channel: "sms";
  /** The vendor's id of that text, the same when it is told again. */
  messageId: string;
  /** Whose word it is, E.164. */
  address: string;
  wants: boolean;
}

/** What a vendor tells by itself. */
export type VendorReport = DeliveryReport | OwnersWord;

export function isOwnersWord(report: VendorReport): report is OwnersWord {
  return "wants" in report;
}

/** What an app is told by itself about messages that it has sent. */
export interface DeliveryReports {
  /**
   * Reads a webhook request.
   * @param request `body` exactly as it arrived; `url` as the vendor was given it
   * @returns none for what nothing here needs: answer 200, or it comes again.
   * @throws IntegrationError final; with status 401 when it is not signed by the vendor, and 400 when it cannot be read.
   */
  read(request: { url: string; body: string; headers: Headers }): VendorReport[];
}
