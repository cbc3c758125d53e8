import { randomBytes } from "node:crypto";
import type { ConvexDeployment } from "../convex/deployment.ts";
import { functions } from "../convex/functions.ts";
import { hashOf } from "../token.ts";
import { codeHash, digits } from "./code.ts";
import type { SignInCodes, WrongCodeCounter } from "./port.ts";

/** One-time codes in Convex, which gets hashes alone of whom they are for. */
export function convexSignInCodes(deployment: ConvexDeployment): SignInCodes {
  const { mutation } = deployment.callsOf("sign-in-codes");
  return {
    async issue(subject, expiresAt, counters = []) {
      const [short, long] = [digits(6), `${digits(6)}${digits(6)}`];
      const salt = randomBytes(16).toString("hex");
      const isLong = await mutation(functions.signInCodes.issue, {
        subjectHash: hashOf(subject),
        salt,
        shortHash: codeHash(short, salt),
        longHash: codeHash(long, salt),
        expiresAt: Date.parse(expiresAt),
        counters: counters.map(counted),
      });
      return isLong ? long : short;
    },

    async redeem(subject, code, counters = []) {
      const subjectHash = hashOf(subject);
      return await mutation(functions.signInCodes.redeem, {
        subjectHash,
        code,
        counters: counters.map(counted),
      });
    },

    async takeNotice(counter) {
      const { counterHash } = counted(counter);
      const taken = await mutation(functions.wrongCodes.takeNotice, { counterHash });
      return taken === null ? undefined : { ...taken, since: new Date(taken.since).toISOString() };
    },

    async returnNotice(counter) {
      const { counterHash } = counted(counter);
      await mutation(functions.wrongCodes.returnNotice, { counterHash });
    },
  };
}

function counted({ kind, of }: WrongCodeCounter) {
  return { kind, counterHash: hashOf(JSON.stringify([kind, of])) };
}
