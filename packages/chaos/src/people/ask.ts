import { setTimeout as sleep } from "node:timers/promises";
import type { Random } from "../plan/random.ts";
import type { ReadyForm } from "./acts.ts";
import type { VisitedPage, Visitor } from "./visitor.ts";

/**
 * What somebody was told.
 * - `acknowledged`: it is done;
 * - `refused`: it is not, and will not be;
 * - `doubt`: they sent it, and got an error or nothing: it may have been done;
 * - `unasked`: they did not get as far as sending it.
 */
export type Told =
  | { answer: "acknowledged"; page: VisitedPage; tries: number }
  | { answer: "refused" | "doubt" | "unasked"; said: string; tries: number };

/** How often somebody tries who gets no answer. */
const mostTries = 3;

/**
 * Opens and fills in a form, sends it, and sends the same one again when no answer comes, as people do. Some press the
 * button twice.
 */
export async function ask(
  visitor: Visitor,
  random: Random,
  prepare: () => Promise<ReadyForm>,
): Promise<{ ready?: ReadyForm; told: Told }> {
  const [isHasty, patience] = [random.percent(10), random.integer(1, mostTries)];
  const opened = await repeated(patience + 1, random, prepare);
  if ("said" in opened) return { told: { answer: "unasked", ...opened, tries: 0 } };
  const ready = opened.value;
  if (isHasty && !ready.lastCounts) void visitor.send(ready.form).catch(() => {});
  let inDoubt = false;
  for (let tries = 1; ; tries++) {
    const told = await sendOnce(visitor, ready, tries);
    inDoubt ||= told.answer === "doubt";
    // A refusal of the second try says nothing of the first one.
    if (told.answer === "refused" && inDoubt) return { ready, told: { ...told, answer: "doubt" } };
    if (told.answer !== "doubt" || tries === patience) return { ready, told };
    await sleep(random.integer(300, 2_000));
  }
}

async function sendOnce(visitor: Visitor, { form, isDone }: ReadyForm, tries: number): Promise<Told> {
  try {
    const page = await visitor.send(form);
    if (isDone(page)) return { answer: "acknowledged", page, tries };
    const said = `${page.status} ${page.path} ${page.alert || page.text.slice(0, 300)}`;
    return { answer: page.status >= 500 ? "doubt" : "refused", said, tries };
  } catch (error) {
    return { answer: "doubt", said: reasonOf(error), tries };
  }
}

async function repeated<Value>(
  times: number,
  random: Random,
  body: () => Promise<Value>,
): Promise<{ value: Value } | { said: string }> {
  for (let tries = 1; ; tries++) {
    try {
      return { value: await body() };
    } catch (error) {
      if (tries === times) return { said: reasonOf(error) };
      await sleep(random.integer(500, 2_500));
    }
  }
}

/** `fetch failed` alone says nothing; its cause does. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause, message } = error;
  return cause instanceof Error ? `${message}: ${cause.message}` : message;
}
