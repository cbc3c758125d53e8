/**
 * `wrong`: something does not work. `warning`: it works, and somebody should look. `unknown`: nobody can see it from here.
 */
export type Verdict = "ok" | "warning" | "wrong" | "unknown";

export interface Outcome {
  verdict: Verdict;
  /** One line: what is, and where it is not well what to do. Nothing of whose data, no key. */
  says: string;
}

/** One thing that has to be right. It changes nothing, and rejects with one line for people where it is wrong. */
export interface Check {
  name: string;
  look(): Promise<Outcome>;
}

export interface Finding extends Outcome {
  check: string;
}

export const ok = (says: string): Outcome => ({ verdict: "ok", says });
export const warning = (says: string): Outcome => ({ verdict: "warning", says });
export const wrong = (says: string): Outcome => ({ verdict: "wrong", says });
export const unknown = (says: string): Outcome => ({ verdict: "unknown", says });

/** Milliseconds that one check may take. */
const patience = 20_000;

/** All at the same time, in the order of the checks; none of them ends the others. */
export async function examine(checks: readonly Check[]): Promise<Finding[]> {
  return Promise.all(checks.map(async ({ name, look }) => ({ check: name, ...(await outcomeOf(look)) })));
}

async function outcomeOf(look: Check["look"]): Promise<Outcome> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Outcome>((resolve) => {
    timer = setTimeout(() => resolve(wrong(`No answer within ${patience / 1_000} seconds.`)), patience);
  });
  try {
    return await Promise.race([look(), late]);
  } catch (error) {
    return wrong(error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error));
  } finally {
    clearTimeout(timer);
  }
}
