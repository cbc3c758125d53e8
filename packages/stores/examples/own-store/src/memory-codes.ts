import { randomInt } from "node:crypto";
import type { SignInCodes } from "@org/stores/sign-in-codes/port";

/** Codes that are forgotten with the process. */
export function memoryCodes(): SignInCodes {
  const codes = new Map<string, { code: string; expiresAt: number; tries: number }>();
  return {
    async issue(subject, expiresAt) {
      const code = String(randomInt(1_000_000)).padStart(6, "0");
      codes.set(subject, { code, expiresAt: Date.parse(expiresAt), tries: 0 });
      return code;
    },
    async redeem(subject, code) {
      const issued = codes.get(subject);
      if (!issued || issued.expiresAt < Date.now()) return false;
      issued.tries += 1;
      const isGood = issued.tries <= 5 && issued.code === code;
      if (isGood) codes.delete(subject);
      return isGood;
    },
  };
}
