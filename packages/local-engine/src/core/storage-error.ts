import { brandErrors, hasBrand } from "./brand.ts";

/** The state could not be opened or written. What was being acknowledged is not; `message` says what to do. */
export class StorageError extends Error {
  static {
    brandErrors(StorageError.prototype, "StorageError");
  }
  static isInstance(value: unknown): value is StorageError {
    return hasBrand(value, "StorageError");
  }
  override readonly name = "StorageError";
}
