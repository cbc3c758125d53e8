/** Where an order is brought to. */
export interface PostalAddress {
  /** The house or flat, and the building. */
  line1: string;
  /** The street and the area. */
  line2?: string;
  /** What is beside it, as people there call it. */
  landmark?: string;
  /** Six digits, of which the first is not 0. */
  pinCode: string;
}

/** Who takes it there. */
export interface Recipient extends PostalAddress {
  name: string;
  /** E.164. */
  phone: string;
}

export interface SavedAddress extends Recipient {
  addressId: string;
}

/** Where orders go. An order's own address is kept by `orders.place`, and never changes. */
export interface Addresses {
  /** By order's id, of those that have one: orders that are older than addresses, or of a closed account, have none. */
  ofOrders(orderIds: readonly string[]): Promise<Readonly<Record<string, PostalAddress>>>;
  /** What a customer had things brought to, the last used first. */
  list(options: { userId: string }): Promise<SavedAddress[]>;
  /**
   * Keeps an address for the customer's next order; the same again is the last used. Of more than five, those that were
   * used longest ago are forgotten.
   * @returns false when there is no such account, or no more.
   */
  save(userId: string, address: Recipient): Promise<boolean>;
  /** Of that customer's alone; orders keep where they go. @returns false when they have no such address saved */
  forget(options: { userId: string; addressId: string }): Promise<boolean>;
}
