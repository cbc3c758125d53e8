import { exportPersonalData } from "@org/commands/operations/export-personal-data";
import type { PersonalDataPorts } from "@org/commands/sessions/export-own-data";
import type { CommandResult } from "./dead-letter-tools.ts";

export const personalDataUsage = `  personal-data <mohallamart|ten-ocean> <user id>
                                  writes everything that is kept of a person, as JSON: for one who asks and cannot sign in
`;

/** Prints the file that a person is given. */
export async function personalDataCommand(
  [product, userId, ...rest]: readonly string[],
  ports: PersonalDataPorts,
): Promise<CommandResult> {
  if ((product !== "mohallamart" && product !== "ten-ocean") || !userId || rest.length > 0)
    return { code: 2, text: `Usage:\n${personalDataUsage}` };
  const asked = await exportPersonalData(ports)({ product, userId });
  return asked.ok ? { code: 0, text: JSON.stringify(asked.file, null, 2) } : { code: 1, text: asked.message };
}
