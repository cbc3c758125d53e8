import type { Language } from "@org/stores/mohallamart/words/languages";
import { DatabaseUnavailableError } from "@org/stores/unavailable";
import { afterAll, expect, it, vi } from "vitest";
import { refusalPageWords } from "../http/refusal-words.ts";
import type { FormState } from "./form-state.ts";
import { keepsEntries, whenAvailable } from "./keeps-entries.ts";

// Files share their modules; this one's are loaded anew, and not kept for others.
const documentLanguage = vi.hoisted(() => {
  vi.resetModules();
  return vi.fn();
});
afterAll(() => {
  vi.resetModules();
});
vi.mock("../language/current-language.ts", () => ({ documentLanguage }));

type State = FormState<"name">;

const away = new DatabaseUnavailableError("locked", { port: "stores", code: "55P03" });
const untouched: State = { values: {} };

function form() {
  const typed = new FormData();
  typed.set("name", "Asha");
  typed.set("$ACTION_ID_1", "");
  typed.set("picture", new File(["x"], "x.txt"));
  return typed;
}

it.each<[Language, string]>([
  ["en-IN", refusalPageWords.tooBusy.en],
  ["hi-IN", refusalPageWords.tooBusy.hi],
  ["kn-IN", refusalPageWords.tooBusy.kn],
])(
  "gives back what was typed, and says why in %s, when the database does not serve",
  async (language, message) => {
    documentLanguage.mockResolvedValue(language);
    const action = keepsEntries<State>(async () => {
      throw away;
    });
    expect(await action(untouched, form())).toEqual({
      refusal: { errors: {}, message },
      values: { name: "Asha" },
    });
  },
);

it("passes on what the action answers, and what is thrown for another reason", async () => {
  const answered: State = { values: { name: "B" } };
  expect(await keepsEntries<State>(async () => answered)(untouched, form())).toBe(answered);
  const mistake = new Error("a redirect, or a mistake");
  const failing = keepsEntries<State>(async () => {
    throw mistake;
  });
  await expect(failing(untouched, form())).rejects.toBe(mistake);
});

it("says it in the words of another form", async () => {
  const action = whenAvailable<{ refusal?: string }>(
    async () => {
      throw away;
    },
    () => ({ refusal: "Later." }),
  );
  expect(await action({}, form())).toEqual({ refusal: "Later." });
});
