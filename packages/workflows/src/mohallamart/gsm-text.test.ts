import { SegmentedMessage } from "sms-segments-calculator";
import { expect, it } from "vitest";
import { gsmText, segmentsOf } from "./gsm-text.ts";

const ascii = Array.from({ length: 95 }, (_none, place) => String.fromCharCode(32 + place));

it.each([1, 70, 160, 161, 306, 307])(
  "counts the parts of %i characters as operators do, whichever they are",
  (length) => {
    for (const character of [...ascii, "é", "€", "ಅ"]) {
      const text = character.repeat(length);
      expect(segmentsOf(text), character).toBe(new SegmentedMessage(text).segmentsCount);
    }
  },
);

it("changes no character that GSM-7 has, and writes nothing that it has not", () => {
  for (const character of ascii) {
    const written = gsmText(`a${character}b`);
    const isGsm = new SegmentedMessage(character).encodingName === "GSM-7";
    if (isGsm) expect(written).toBe(`a${character}b`);
    else expect(new SegmentedMessage(written).encodingName).toBe("GSM-7");
  }
  expect(gsmText("\u20B9 1,250 at Kumar\u2019s")).toBe("Rs 1,250 at Kumar's");
});
