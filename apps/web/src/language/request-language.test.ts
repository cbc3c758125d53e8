import { expect, it } from "vitest";
import { refusalHtml, sayRefused } from "../http/refusal-page.ts";
import * as refusals from "../http/refusals.ts";
import { requestLanguage } from "./request-language.ts";

const request = { pathname: "/cart", cookie: null, accepted: null };

it("is what was chosen in the browser, then what it asks for, then English", () => {
  for (const cookie of ["a=b; language=kn-IN; c=d", "__Host-language=kn-IN"]) {
    expect(requestLanguage({ ...request, cookie, accepted: "hi" })).toBe("kn-IN");
  }
  for (const cookie of ["language=xx", "my-language=kn-IN"]) {
    expect(requestLanguage({ ...request, cookie, accepted: "hi" })).toBe("hi-IN");
  }
  expect(requestLanguage(request)).toBe("en-IN");
});

it.each(["/operations", "/operations/dead-letters", "/ten-ocean/forum"])("is English at %s", (pathname) => {
  expect(requestLanguage({ ...request, pathname, accepted: "hi" })).toBe("en-IN");
});

it("is the language of the page that says there is too much going on", () => {
  const page = refusalHtml(refusals.tooBusy, { product: "mohallamart", nonce: "n", language: "hi-IN" });
  expect(page).toContain('<html lang="hi-IN">');
  expect(page).toContain("अभी बहुत भीड़ है");
  expect(page).toContain("दुकानों पर जाएँ");
});

it.each(Object.entries(refusals))("%s says in English what programs are told", (name, refusal) => {
  expect(refusal.name).toBe(name);
  expect(sayRefused(refusal, "en-IN")).toEqual({ title: refusal.title, message: refusal.message });
});
