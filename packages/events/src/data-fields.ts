/** Event data whose fields are not known to the code at hand. */
export type Fields = Record<string, unknown>;

/** Drops keys without a value, as JSON does, so that what is sent equals what is received. */
export function definedOnly(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
