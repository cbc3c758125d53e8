import { largestPicture } from "@org/integrations/pictures/names";
import { expect, it } from "vitest";
import { readPhoto } from "./read-photo.ts";

function sent(entries: Record<string, string | File>): Request {
  const body = new FormData();
  for (const [name, value] of Object.entries(entries)) body.set(name, value);
  return new Request("https://mohallamart.test/", { method: "POST", body });
}

it("reads the file byte for byte, whatever it is called and said to be", async () => {
  const content = Uint8Array.from({ length: 3_000 }, (_, n) => n % 256);
  const photo = new File([content], "../../photo.exe", { type: "text/html" });
  expect(await readPhoto(sent({ photo }))).toEqual(content);
});

it.each([
  ["no file", sent({ other: "x" })],
  ["a text in its place", sent({ photo: "a photo" })],
  ["the empty file of a form without a choice", sent({ photo: new File([], "") })],
  ["no form", new Request("https://mohallamart.test/", { method: "POST", body: "a photo" })],
])("%s is no picture", async (_what, request) => {
  expect(await readPhoto(request)).toBe("no-picture");
});

it("reads no further than the largest picture, also of a body that does not say how long it is", async () => {
  let read = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      read += 1024 * 1024;
      controller.enqueue(new Uint8Array(1024 * 1024));
    },
  });
  const headers = new Headers({ "content-type": "multipart/form-data; boundary=x" });
  expect(await readPhoto({ headers, body: body as Request["body"] })).toBe("too-large");
  expect(read).toBeLessThan(largestPicture + 3 * 1024 * 1024);
});
