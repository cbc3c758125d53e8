/** Who has to do with an order, and nothing that only they may know. */
export interface OrderParties {
  orderId: string;
  /** The account that it was placed for. */
  userId: string;
  shopId: string;
  /** ISO 8601, UTC. */
  placedAt: string;
}

/**
 * The links by which people without a session see their order. A link's token is 22 characters of base64url, derived
 * from a secret, the order's id and a generation that is kept with the order: a step that sends it writes the same one
 * again when it is repeated, and neither a table nor an event holds one.
 */
export interface OrderLinks {
  parties(orderId: string): Promise<OrderParties | undefined>;
  /**
   * Writes the token for a message.
   * @returns undefined when the order has no links any more, because its customer closed their account.
   * @throws UnknownOrderError
   */
  issue(orderId: string): Promise<string | undefined>;
  /**
   * The token of an order that is placed or about to be, for the browser in which it is; opens as a link's does.
   * @returns undefined once its links were ended: whoever sends the form of the order again gets none.
   */
  forBrowser(orderId: string): Promise<string | undefined>;
  /** Whether a token is one of the order's that is still good; in constant time. An order to be placed has one as well. */
  opens(orderId: string, token: string): Promise<boolean>;
  /** The order that a link from a message leads to, unless it is no longer good. */
  find(token: string): Promise<string | undefined>;
  /** Ends every link to an order so far; later messages have new ones. @returns false when it has none any more. */
  revoke(orderId: string): Promise<boolean>;
  /** Proves that we made an order's id, for the form that it goes into: whoever else knows an id cannot place it again. */
  proof(orderId: string): string;
  isProof(orderId: string, proof: string): boolean;
}
