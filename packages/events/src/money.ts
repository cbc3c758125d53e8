/** True when an amount in rupees has at most two decimals. `multipleOf(0.01)` would refuse 19.99. */
export function isWholePaise(rupees: number): boolean {
  return Number(rupees.toFixed(2)) === rupees;
}

/** Exact for amounts with at most two decimals; sums are made in paise, never in rupees. */
export function toPaise(rupees: number): number {
  return Math.round(rupees * 100);
}

export function toRupees(paise: number): number {
  return paise / 100;
}
