import type { Product } from "@org/commands/sessions/person";

const entrances = { mohallamart: "/sign-in", "ten-ocean": "/ten-ocean/sign-in" } as const;

interface SignInPathOptions {
  step?: "code" | "account";
  /** Where to go on afterwards. */
  next?: string;
}

/** The page at which people of a product sign in, or a later step of it. */
export function signInPath(product: Product, { step, next }: SignInPathOptions = {}) {
  const entrance = entrances[product];
  const path = step ? (`${entrance}/${step}` as const) : entrance;
  return next === undefined ? path : (`${path}?${new URLSearchParams({ next })}` as const);
}

/** Where a session gets a new secret, on the way to a page. */
export function renewalPath(next = "/") {
  return `/sign-in/renew?${new URLSearchParams({ next })}` as const;
}
