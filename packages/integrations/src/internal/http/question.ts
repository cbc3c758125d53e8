import { networkCode } from "./failure.ts";

/** A request that changes nothing and that a vendor grants only to whoever has the key. */
export interface Question {
  /** As people write the vendor: `Resend`. */
  name: string;
  /** The variables that hold what it has to take: `RESEND_API_KEY`. */
  variables: string;
  url: string;
  method?: "GET" | "POST";
  headers: Record<string, string>;
  /** Whether an answer shows that the key is taken. Default: every status of 200 to 299. */
  proves?: (status: number, body: unknown) => boolean;
}

const patience = 10_000;

/** @throws Error that says in one line what is wrong and what to do; nothing of the answer but its status is in it */
export async function askWhetherTaken(question: Question): Promise<void> {
  const { name, variables, url, method = "GET", headers, proves = isSuccess } = question;
  const answer = await answerOf(name, url, { method, headers });
  if (proves(answer.status, answer.body)) return;
  if (answer.status >= 500 || answer.status === 429)
    throw new Error(`${name} answered ${answer.status}. Try again, and look at its status page.`);
  throw new Error(`${name} does not take ${variables} (${answer.status}). Set what its console shows.`);
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

async function answerOf(name: string, url: string, init: RequestInit) {
  try {
    const answer = await fetch(url, { ...init, redirect: "manual", signal: AbortSignal.timeout(patience) });
    const text = await answer.text();
    return { status: answer.status, body: jsonOf(text) };
  } catch (error) {
    const code = networkCode(error) ?? "no answer";
    throw new Error(
      `${name} cannot be reached at ${new URL(url).origin} (${code}). Check the network and its address.`,
    );
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** For HTTP's basic authentication. */
export const basic = (user: string, password: string): string =>
  `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`;
