import { NonRetriableError } from "inngest";
import * as orders from "../orders/pushes.ts";
import * as products from "../products/pushes.ts";
import type { PushTemplate } from "./push-template.ts";

/** Every kind of push message that the sender writes: those that the domains list in their `pushes.ts`. */
const templates: ReadonlyMap<string, PushTemplate> = new Map(
  [orders, products]
    .flatMap((listed): PushTemplate[] => Object.values(listed))
    .map((template) => [template.name, template]),
);

/** @throws NonRetriableError for a template that nobody has written. */
export function pushTemplateOf(name: string): PushTemplate {
  const found = templates.get(name);
  if (found) return found;
  const known = [...templates.keys()].join(", ");
  throw new NonRetriableError(
    `There is no push message ${name}; there are: ${known}. Correct who asks for it, or add the template.`,
  );
}
