import { hasBrand } from "../brand.ts";

const unproved = Symbol.for("@org/events/Unproved");

/** A proof was given up: what stands in its way, in words that end a sentence. */
export class Unproved extends Error {
  static isInstance(value: unknown): value is Unproved {
    return hasBrand(value, unproved);
  }

  override readonly name = "Unproved";

  get [unproved](): true {
    return true;
  }
}
