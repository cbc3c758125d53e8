import { expect, it } from "vitest";
import { isDoubtNotice, messagesInDoubtPath } from "./doubt-paths.ts";

it("names what happened in the address, and reads nothing else from it", () => {
  expect(messagesInDoubtPath()).toBe("/operations/messages-in-doubt?");
  expect(messagesInDoubtPath("resent")).toBe("/operations/messages-in-doubt?notice=resent");
  expect(isDoubtNotice("resent")).toBe(true);
  for (const other of [undefined, "", "constructor", "__proto__"]) expect(isDoubtNotice(other)).toBe(false);
});
