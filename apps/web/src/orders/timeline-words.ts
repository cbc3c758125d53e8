import { wordsIn } from "@org/stores/mohallamart/words/catalogue";
import type { Language } from "@org/stores/mohallamart/words/languages";
import type { TimelineWords } from "../design/timeline.tsx";
import { joined } from "../language/current-words.ts";
import { stepWords } from "./step-words.ts";

/** What stands around the steps of an order. */
export function timelineWords(language: Language): TimelineWords {
  const { say, pieces } = wordsIn(stepWords, language);
  return {
    done: say("done"),
    pending: say("pending"),
    failed: say("failed"),
    unknown: say("unknown"),
    again: say("again"),
    sentence: (again) => joined(pieces("lookAgain", { again })),
  };
}
