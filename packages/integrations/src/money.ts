/** Amounts are rupees with two decimals in events and domain types, whole paise wherever they are added or stored. */

/** @throws RangeError when the amount is not a whole number of paise. */
export function toPaise(rupees: number): number {
  const paise = Math.round(rupees * 100);
  // The nearest double to a two-decimal amount differs from paise / 100 in nothing, so equality is exact.
  if (!Number.isSafeInteger(paise) || paise / 100 !== rupees) {
    throw new RangeError(`An amount in rupees has at most two decimals, got ${rupees}.`);
  }
  return paise;
}

export function toRupees(paise: number): number {
  return paise / 100;
}
