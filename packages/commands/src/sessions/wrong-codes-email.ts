import type { Product } from "./person.ts";
import { plainEmail, productNames } from "./plain-email.ts";

export interface WrongCodes {
  product: Product;
  /** How many, so far. */
  wrong: number;
  /** The page of one's sessions. */
  securityUrl: string;
}

/** Tells the owner of an address that somebody guesses at their codes. */
export function wrongCodesEmail({ product, wrong, securityUrl }: WrongCodes) {
  const name = productNames[product];
  return {
    subject: `${wrong} wrong sign-in codes for your ${name} account`,
    ...plainEmail({
      title: "Somebody entered wrong codes",
      paragraphs: [
        `Within a few days, ${wrong} wrong codes were entered at ${name} with your email address. None of them let anybody in.`,
        "If that was you, there is nothing to do. If not, somebody is guessing. They have to wait longer after each wrong code, and you do not: a browser in which you have signed in before is not affected, and in a new one you get a longer code that is good at once.",
        "Give a code to nobody, whoever asks. Where you are signed in, and passkeys, which nobody can guess:",
      ],
      link: securityUrl,
    }),
  };
}
