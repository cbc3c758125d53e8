import { fillRoute } from "./portal-routes.ts";
import type { Action } from "./web-routes.ts";

/** What a page's script sends to call an action. */
export function callOf({ id, takes }: Action, entries: Readonly<Record<string, string>>): RequestInit {
  const body = new FormData();
  for (const [name, value] of Object.entries(entries)) body.append(`_1_${name}`, value);
  const parameters = { nothing: [], form: ["$K1"], "state and form": [{ values: {} }, "$K1"] }[takes];
  body.append("0", JSON.stringify(parameters));
  return { method: "POST", body, headers: { "next-action": id, accept: "text/x-component" } };
}

/** Where an answer leads, with its query; undefined for one that leads nowhere. */
export function leadsTo({ headers }: Response): string | undefined {
  return headers.get("location") ?? headers.get("x-action-redirect")?.split(";")[0];
}

/** An address whose page can call the action, about what a form names. */
export function addressOf({ route }: Action, entries: Readonly<Record<string, string>>): string {
  return fillRoute(route, (parameter) => entries[parameter] ?? "nobodys");
}
