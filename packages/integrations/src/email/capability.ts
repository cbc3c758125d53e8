import type { Capability } from "../capability.ts";
import type { EmailContext, EmailSender } from "./port.ts";
import * as vendors from "./registry.ts";

export const email = {
  name: "email",
  about: "Email, worker and web. Required: neither a confirmation nor a sign-in code can be sent without it.",
  required: true,
  vendors,
} satisfies Capability<EmailSender, EmailContext>;
