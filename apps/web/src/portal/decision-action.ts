"use server";

import { redirect } from "next/navigation";
import { log } from "../log.ts";
import { requireRole } from "../session/current-person.ts";
import { tenOcean } from "../stores.ts";
import { decideRegistration } from "./decide-registration.ts";
import { parseDecision } from "./parse-decision.ts";

/** Decides on the registration of the form in the name of whoever is signed in. */
export async function submitDecision(form: FormData): Promise<void> {
  const reviewer = await requireRole("association-admin", "floor-captain");
  const decision = parseDecision(form);
  const outcome = decision ? await decideRegistration(tenOcean(), reviewer, decision) : "incomplete";
  log.info({ userId: decision?.userId, decidedBy: reviewer.id, outcome }, "a registration was looked at");
  redirect(`/ten-ocean/admin/registrations?outcome=${outcome}`);
}
