import { decodeTime, isValid } from "ulid";

/** When an id was made that tells it, as those of the engine's runs do, in milliseconds since 1970; undefined for others. */
export function madeAt(id: string): number | undefined {
  return isValid(id) ? decodeTime(id) : undefined;
}
