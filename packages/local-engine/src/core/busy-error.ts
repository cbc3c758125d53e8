import { brandErrors, hasBrand } from "./brand.ts";

/** More comes in than can be kept or done. Nothing was stored; `retryAfter` is in seconds. */
export class BusyError extends Error {
  static {
    brandErrors(BusyError.prototype, "BusyError");
  }
  static isInstance(value: unknown): value is BusyError {
    return hasBrand(value, "BusyError");
  }
  override readonly name = "BusyError";
  readonly retryAfter: number;
  constructor(message: string, retryAfter: number) {
    super(message);
    this.retryAfter = retryAfter;
  }
}
