/** Recognises what another copy of this package made, where `instanceof` would say no. */
export function hasBrand(value: unknown, brand: symbol): boolean {
  return typeof value === "object" && value !== null && brand in value;
}
