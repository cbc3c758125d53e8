import { type IsInstance, recognised } from "@org/integrations/recognised";

export type CopyRefusal =
  | "usage"
  | "same-store"
  | "not-configured"
  | "unavailable"
  | "older-schema"
  | "target-not-empty"
  | "other-source"
  | "source-not-whole"
  | "already-copied"
  | "value-too-large"
  | "value-not-held"
  | "counts-differ"
  | "moved-on";

/** Why nothing, or nothing more, is copied. `message` says what to do. */
export class CopyRefusedError extends Error {
  static readonly isInstance: IsInstance<CopyRefusedError> = recognised(this, "@org/stores/CopyRefusedError");
  override readonly name = "CopyRefusedError";
  readonly code: CopyRefusal;

  constructor(code: CopyRefusal, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
