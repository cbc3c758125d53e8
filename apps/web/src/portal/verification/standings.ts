import type { Standing } from "@org/stores/ten-ocean/port";

/** What somebody is to the house, as admins read it. */
export const standingNames: Record<Standing, string> = {
  pending: "Not verified",
  resident: "Resident",
  alumni: "Moved out",
  suspended: "Suspended",
};

/** The standing that an address or a form names; undefined for anything else. */
export function readStanding(text: unknown): Standing | undefined {
  switch (text) {
    case "pending":
    case "resident":
    case "alumni":
    case "suspended":
      return text;
    default:
      return undefined;
  }
}
