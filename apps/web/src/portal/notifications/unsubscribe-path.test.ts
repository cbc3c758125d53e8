import { expect, it } from "vitest";
import { unsubscribePost } from "./unsubscribe-path.ts";

const url = "https://10ocean.example/ten-ocean/unsubscribe/ABC?kind=forum";

it("a post to an unsubscribe page is answered beside it, with its query", () => {
  expect(unsubscribePost({ method: "POST", url })?.href).toBe(
    "https://10ocean.example/ten-ocean/unsubscribe/ABC/change?kind=forum",
  );
});

it.each([
  ["GET", url],
  ["POST", "https://10ocean.example/ten-ocean/unsubscribe/ABC/more"],
  ["POST", "https://10ocean.example/ten-ocean/profile"],
])("%s %s is left alone", (method, address) => {
  expect(unsubscribePost({ method, url: address })).toBeUndefined();
});
