import type { Proof } from "@org/stores/sessions/port";
import { isStaff, type Person } from "../person.ts";

/** What staff of both products have to show: what they like, or a passkey. */
export type StaffSignIn = "any" | "passkey";

export interface StaffSignInPort {
  staffSignIn: StaffSignIn;
}

/**
 * Whether a session opens what its person may open. Where staff have to use a passkey, one that a code opened lets them
 * add their first and nothing else: whoever reads their mail is not in.
 */
export function isProofEnough(
  staffSignIn: StaffSignIn,
  { role }: Pick<Person, "role">,
  provenBy: Proof | undefined,
): boolean {
  return staffSignIn === "any" || !isStaff(role) || provenBy === "passkey";
}

export const passkeyFirst = {
  ok: false,
  code: "passkey-first",
  message:
    "Sign in with a passkey of yours first. Who has none left asks an operator to forget the lost ones.",
} as const;
