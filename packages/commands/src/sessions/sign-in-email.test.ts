import { faultsOf } from "@org/stores/mohallamart/words/faults";
import { expect, it } from "vitest";
import { signInEmail } from "./sign-in-email.ts";
import { signInWords } from "./words.ts";
import { wrongCodesEmail } from "./wrong-codes-email.ts";

it("shows six digits together and twelve in groups; the subject begins with what is to be copied", () => {
  const short = signInEmail("mohallamart", "123456");
  expect(short.subject).toBe("123456 is your MohallaMart sign-in code");
  expect(short.text).toMatch(/^123456\n/);
  const long = signInEmail("ten-ocean", "123456789012");
  expect(long.subject).toBe("123456789012 is your 10 Ocean sign-in code");
  expect(long.text).toMatch(/^1234 5678 9012\n/);
  expect(long.html).toContain("1234 5678 9012");
});

it("is written in its reader's language, and says so", () => {
  const email = signInEmail("mohallamart", "123456", "kn-IN");
  expect(email.subject).toBe("123456 ನಿಮ್ಮ MohallaMart ಸೈನ್-ಇನ್ ಕೋಡ್");
  expect(email.html).toContain('<html lang="kn-IN">');
  expect(email.text).toContain("ಯಾರು ಕೇಳಿದರೂ ಇದನ್ನು ನೀಡಬೇಡಿ.");
  const alarm = wrongCodesEmail({ product: "mohallamart", wrong: 10, securityUrl: "/", reader: "hi-IN" });
  expect(alarm.html).toContain("किसी ने गलत कोड लिखे");
  expect(faultsOf(signInWords)).toEqual([]);
});
