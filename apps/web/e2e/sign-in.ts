import type { Stack } from "@org/local-stack";
import { vi } from "vitest";
import { fillIn, type VisitedPage, type Visitor } from "./visitor.ts";

/** The sign-in codes that an address was sent, oldest first. */
function codesTo({ emulators }: Stack, email: string): string[] {
  const subjects = emulators.outbox().map(({ to, subject }) => (to === email ? subject : undefined));
  return subjects.flatMap((subject) => /^\d{6}/.exec(subject ?? "") ?? []);
}

/** Runs what asks for a code, and waits for the code. */
export async function codeSentBy(stack: Stack, email: string, ask: () => Promise<unknown>): Promise<string> {
  const before = codesTo(stack, email).length;
  await ask();
  return vi.waitUntil(() => codesTo(stack, email)[before], { timeout: 20_000, interval: 20 });
}

/** Opens a page that needs a sign-in, signs in with the code that is sent, and ends where that leads. */
export async function signIn(
  stack: Stack,
  visitor: Visitor,
  { email, path }: { email: string; path: string },
): Promise<VisitedPage> {
  const form = fillIn(await visitor.open(path), 'input[name="email"]', { email });
  let page: VisitedPage | undefined;
  const code = await codeSentBy(stack, email, async () => {
    page = await visitor.send(form);
  });
  if (!page) throw new Error(`Nothing came back from ${path} for the address.`);
  return visitor.send(fillIn(page, 'input[name="code"]', { code }));
}
