import { wordsIn } from "@org/stores/mohallamart/words/catalogue";
import type { Product } from "./person.ts";
import { plainEmail, productNames } from "./plain-email.ts";
import { signInWords } from "./words.ts";

export interface WrongCodes {
  product: Product;
  /** How many, so far. */
  wrong: number;
  /** The page of one's sessions. */
  securityUrl: string;
  /** In which its reader reads; BCP 47, default English. */
  reader?: string | undefined;
}

/** Tells the owner of an address that somebody guesses at their codes. */
export function wrongCodesEmail({ product: name, wrong, securityUrl, reader }: WrongCodes) {
  const { say, language } = wordsIn(signInWords, reader);
  const product = productNames[name];
  return {
    subject: say("wrongSubject", { wrong, product }),
    ...plainEmail({
      language,
      title: say("wrongTitle"),
      paragraphs: [say("wrongMany", { wrong, product }), say("wrongWhatNow"), say("wrongWhere")],
      link: securityUrl,
    }),
  };
}
