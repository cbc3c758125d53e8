import { wordsIn } from "@org/stores/mohallamart/words/catalogue";
import type { Product } from "./person.ts";
import { plainEmail, productNames } from "./plain-email.ts";
import { signInWords } from "./words.ts";

/**
 * The email with a sign-in code. The code comes first in the subject, where a phone's notification shows it.
 * @param reader in which language its reader reads; BCP 47, default English
 */
export function signInEmail(name: Product, code: string, reader?: string) {
  const { say, language } = wordsIn(signInWords, reader);
  const product = productNames[name];
  return {
    subject: say("subject", { code, product }),
    ...plainEmail({
      language,
      title: say("title", { product }),
      // A long one is easier to copy by eye in groups; spaces do not matter where it is entered.
      code: code.length > 6 ? code.replace(/\d{4}(?=\d)/g, "$& ") : code,
      paragraphs: [say("enter", { product }), say("giveToNobody")],
    }),
  };
}
