/** What people call an order, as `5WRV-DC7K`; see `orderNumber`. */
export type OrderNumber = string & { readonly orderNumber: unique symbol };

/** Crockford's: no I, L, O and U, which are heard or read as others. */
const letters = "[0-9A-HJKMNP-TV-Z]";

/** Ids as `newOrderId` makes them, whose last sixteen characters are chosen by chance. */
export const numberedId = `^ord_${letters}{26}$`;

/** How many of an id's last characters are the order's number. */
export const numberLength = 8;

/**
 * The number that people say and type for an order: the end of its id in two groups of four, as `5WRV-DC7K`. The id stays
 * what names the order; one of another form than ours is its own number.
 */
export function orderNumber(orderId: string): OrderNumber {
  const end = orderId.slice(-numberLength);
  return named(new RegExp(numberedId).test(orderId) ? `${end.slice(0, 4)}-${end.slice(4)}` : orderId);
}

/**
 * Reads what somebody typed for an order's number, or heard: in small letters, with or without spaces and hyphens, with an
 * O for 0 and an I or L for 1.
 * @returns the end of the order's id; nothing when it is no number.
 */
export function readOrderNumber(typed: string): string | undefined {
  const plain = typed
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, "")
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");
  return new RegExp(`^${letters}{${numberLength}}$`).test(plain) ? plain : undefined;
}

/** Only for what `orderNumber` made: messages take nothing else, so that none shows an id. */
function named(text: string): OrderNumber {
  return text as OrderNumber;
}
