import { brandErrors, hasBrand } from "../core/brand.ts";

/** Another engine uses the state folder. */
export class StateInUseError extends Error {
  static {
    brandErrors(StateInUseError.prototype, "StateInUseError");
  }
  static isInstance(value: unknown): value is StateInUseError {
    return hasBrand(value, "StateInUseError");
  }
  override readonly name = "StateInUseError";
}
