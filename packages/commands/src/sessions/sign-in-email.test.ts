import { expect, it } from "vitest";
import { signInEmail } from "./sign-in-email.ts";

it("shows six digits together and twelve in groups; the subject begins with what is to be copied", () => {
  const short = signInEmail("mohallamart", "123456");
  expect(short.subject).toBe("123456 is your MohallaMart sign-in code");
  expect(short.text).toMatch(/^123456\n/);
  const long = signInEmail("ten-ocean", "123456789012");
  expect(long.subject).toBe("123456789012 is your 10 Ocean sign-in code");
  expect(long.text).toMatch(/^1234 5678 9012\n/);
  expect(long.html).toContain("1234 5678 9012");
});
