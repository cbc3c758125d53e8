"use server";

import { isLanguage } from "@org/stores/mohallamart/words/languages";
import { refresh } from "next/cache";
import { mohallaMartCommands } from "../commands.ts";
import { textOf } from "../forms/form-data.ts";
import { currentPerson } from "../session/current-person.ts";
import { keepLanguage } from "./current-language.ts";

/** Keeps the language that the form names: in this browser, and in the account of a customer who is signed in. */
export async function chooseLanguage(form: FormData): Promise<void> {
  const language = textOf(form, "language");
  if (!isLanguage(language)) return;
  await keepLanguage(language);
  const person = await currentPerson();
  if (person?.role === "customer")
    await mohallaMartCommands().chooseLanguage({ userId: person.id, language });
  refresh();
}
