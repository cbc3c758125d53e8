import type { QuietHours } from "@org/stores/quiet-hours";
import * as z from "zod";

/** Empty for none. */
const halfHour = z.union([
  z.literal(""),
  z.string().regex(/^([01]\d|2[0-3]):(00|30)$/, "Choose a time from the list."),
]);

/** What a form says of quiet hours. */
export const quietFields = { quietFrom: halfHour, quietTo: halfHour };

interface QuietEntries {
  quietFrom: string;
  quietTo: string;
}

/** Both or neither, and not the same. */
export function checkQuietHours({ quietFrom, quietTo }: QuietEntries, context: z.RefinementCtx): void {
  const wrong = (field: keyof QuietEntries, message: string) =>
    context.addIssue({ code: "custom", path: [field], message });
  if (quietFrom !== "" && quietTo === "") wrong("quietTo", "Choose when your quiet hours end.");
  if (quietTo !== "" && quietFrom === "") wrong("quietFrom", "Choose when your quiet hours begin.");
  if (quietFrom !== "" && quietFrom === quietTo)
    wrong("quietTo", "Choose another time: quiet hours cannot end when they begin.");
}

/** Null for none. */
export function quietHoursOf({ quietFrom: from, quietTo: to }: QuietEntries): QuietHours | null {
  return from === "" ? null : { from, to };
}
