/** A sender's key may be an address or a number; one that reads like a field's name is none. */
export function shownKey(key: string): string {
  return /^(?!.*\d{5})[A-Za-z_$][\w$-]{0,49}$/.test(key) ? key : "[key]";
}
