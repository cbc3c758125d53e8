import { expect, it } from "vitest";
import type { Entries } from "./catalogue.ts";
import { faultsOf } from "./faults.ts";
import { refusalWords, sayRefusal } from "./refusals.ts";

it.each([
  ["Enter your name.", "अपना नाम लिखें।"],
  ["Only 3 left. Lower the quantity to order.", "केवल 3 बचे हैं। ऑर्डर करने के लिए मात्रा घटाएँ।"],
  [
    "Rice is sold out; 9 of Oil ordered, 1 left. Change the quantity and order again.",
    "Rice स्टॉक में नहीं है; Oil के 9 ऑर्डर किए गए, 1 बचे हैं। मात्रा बदलकर फिर से ऑर्डर करें।",
  ],
])("%s in Hindi", (message, said) => {
  expect(sayRefusal(message, "hi-IN")).toBe(said);
  expect(sayRefusal(message, "en-IN")).toBe(message);
});

it("is whole", () => {
  expect(faultsOf(refusalWords)).toEqual([]);
});

it("what is wrong with a catalogue is named", () => {
  const bad: Entries = {
    empty: { en: "Yes", hi: " ", kn: "ಹೌದು" },
    same: { en: "Yes", hi: "Yes", kn: "ಹೌದು" },
    swapped: { en: "Yes", hi: "ಹೌದು", kn: "हाँ" },
    value: { en: "Yes {name}", hi: "हाँ {names}", kn: "ಹೌದು {name}" },
    form: {
      en: { one: "{count} a", other: "{count} b" },
      hi: { one: "एक", other: "{count} अ" },
      kn: "{count} ಅ",
    },
  };
  expect(faultsOf(bad)).toEqual([
    "empty.hi is empty",
    "empty.hi has spaces around it",
    "empty.hi is not in its script",
    "same.hi is not in its script",
    "swapped.hi is not in its script",
    "swapped.kn is not in its script",
    "value.hi names names, not name",
    "form.hi names , not count",
  ]);
});

it("what nobody translated stays as it is", () => {
  expect(sayRefusal("Something else.", "kn-IN")).toBe("Something else.");
});
