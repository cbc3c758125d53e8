import { count } from "@org/commands/words";
import type { Rsvp } from "@org/stores/ten-ocean/port";

/** What somebody answered to an invitation, said to themselves. */
export function answerText(answer: Pick<Rsvp, "response" | "seats" | "seated"> | undefined): string {
  if (!answer) return "You have not answered yet";
  if (answer.response === "declined") return "You are not going";
  if (answer.response === "maybe") return "You may go";
  if (!answer.seated) return "You are on the waiting list";
  const guests = answer.seats - 1;
  return guests > 0 ? `You are going with ${count(guests, "guest")}` : "You are going";
}
