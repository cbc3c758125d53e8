import { type ForgetPasskeysPorts, forgetPasskeys } from "@org/commands/sessions/passkeys/forget-passkeys";
import type { CommandResult } from "./dead-letter-tools.ts";

export const passkeysUsage = `  passkeys forget <mohallamart|ten-ocean> <email>
                                  forgets the passkeys of a person who lost them, and signs them out everywhere
`;

/** For staff who have to use a passkey and have none left. */
export async function passkeysCommand(
  [action, product, email, ...rest]: readonly string[],
  ports: ForgetPasskeysPorts,
): Promise<CommandResult> {
  const known = product === "mohallamart" || product === "ten-ocean";
  if (action !== "forget" || !known || !email || rest.length > 0)
    return { code: 2, text: `Usage:\n${passkeysUsage}` };
  const outcome = await forgetPasskeys(ports)({ product, email });
  return outcome.ok
    ? { code: 0, text: `forgotten: ${outcome.forgotten}. They sign in with a code and add a new one.` }
    : { code: 1, text: outcome.message };
}
