/** The part of a pino logger that adapters write to. Entries carry ids and codes, never personal data. */
export interface Log {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/**
 * A log serializer for errors: name, message, stack and codes. The cause and other fields are left out, because a
 * vendor's or a driver's error may quote personal data there.
 */
export function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack } = error;
  const codes = ["code", "status", "digest"].flatMap((key) => {
    const value = Reflect.get(error, key);
    return value === undefined ? [] : [[key, value]];
  });
  return { name, message, stack, ...Object.fromEntries(codes) };
}
