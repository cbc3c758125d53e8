import type { Product } from "./person.ts";
import { plainEmail, productNames } from "./plain-email.ts";

/** The email with a sign-in code. The code comes first in the subject, where a phone's notification shows it. */
export function signInEmail(product: Product, code: string) {
  const name = productNames[product];
  return {
    subject: `${code} is your ${name} sign-in code`,
    ...plainEmail({
      title: `Your ${name} sign-in code`,
      // A long one is easier to copy by eye in groups; spaces do not matter where it is entered.
      code: code.length > 6 ? code.replace(/\d{4}(?=\d)/g, "$& ") : code,
      paragraphs: [
        `Enter this code where you asked for it, to sign in at ${name}. It is good for 10 minutes and once.`,
        "Give it to nobody, whoever asks. If you did not ask for it, someone typed in your address: ignore this email.",
      ],
    }),
  };
}
