import { createPrivateKey, type KeyObject } from "node:crypto";
import * as z from "zod";

/**
 * OneSignal's private key for identity verification: a PEM of P-256, its line breaks as they are or written `\\n`, as
 * files of variables want them.
 */
export const identityKey = z.string().refine((text) => {
  try {
    const { asymmetricKeyType, asymmetricKeyDetails } = privateKeyFrom(text);
    return asymmetricKeyType === "ec" && asymmetricKeyDetails?.namedCurve === "prime256v1";
  } catch {
    return false;
  }
}, "the whole private key (PEM, P-256) of the app's identity verification, its line breaks written \\n");

export function privateKeyFrom(pem: string): KeyObject {
  return createPrivateKey(pem.replaceAll("\\n", "\n"));
}
