import * as z from "zod";

/** What browsers say of a passkey, as far as it is read; anything larger is no answer of an authenticator's. */
const bytes = z.base64url().min(1).max(16_384);

const transports = ["ble", "cable", "hybrid", "internal", "nfc", "smart-card", "usb"] as const;

const credential = {
  id: bytes,
  rawId: bytes,
  type: z.literal("public-key"),
  clientExtensionResults: z.looseObject({}).transform(() => ({})),
};

/** Of one that was made. */
export const madePasskey = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: bytes,
    attestationObject: bytes,
    // Those that a later browser adds are left out: they are only hints.
    transports: z
      .array(z.string())
      .max(20)
      .default([])
      .transform((given) => transports.filter((known) => given.includes(known))),
  }),
});

/** Of one that was used. */
export const usedPasskey = z.object({
  ...credential,
  response: z.object({ clientDataJSON: bytes, authenticatorData: bytes, signature: bytes }),
});

/** Those of a kept passkey, which were read by the same rule. */
export function knownTransports(given: readonly string[]) {
  return transports.filter((known) => given.includes(known));
}
