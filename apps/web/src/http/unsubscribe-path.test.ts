import { expect, it } from "vitest";
import { unsubscribePost } from "./unsubscribe-path.ts";

const url = "https://10ocean.example/ten-ocean/unsubscribe/ABC?kind=forum";

it("a post to an unsubscribe page is answered beside it, with its query", () => {
  expect(unsubscribePost({ method: "POST", url })?.href).toBe(
    "https://10ocean.example/ten-ocean/unsubscribe/ABC/change?kind=forum",
  );
});

it("so is one to the marketplace's", () => {
  expect(unsubscribePost({ method: "POST", url: "https://mohallamart.example/u/ABC" })?.pathname).toBe(
    "/u/ABC/change",
  );
});

it.each([
  ["GET", url],
  ["POST", "https://mohallamart.example/u"],
  ["POST", "https://mohallamart.example/users/ABC"],
  ["POST", "https://10ocean.example/ten-ocean/unsubscribe/ABC/more"],
  ["POST", "https://10ocean.example/ten-ocean/profile"],
])("%s %s is left alone", (method, address) => {
  expect(unsubscribePost({ method, url: address })).toBeUndefined();
});
