import { expect, it, vi } from "vitest";
import { createLimiter, limits } from "../http/limit.ts";
import { pictureNews } from "./picture-news.ts";
import { takePhoto } from "./take-photo.ts";

const megabyte = 1024 * 1024;

/** A form with a photo of so many bytes. */
function sent(bytes: number): Request {
  const body = new FormData();
  body.set("photo", new File([new Uint8Array(bytes)], "photo.jpg"));
  return new Request("https://mohallamart.test/", { method: "POST", body });
}

/** A process of its own, whose cache is down so that it counts by itself, and what was kept. */
function bench() {
  let now = 0;
  const cache = { hit: () => Promise.reject(new Error("The cache is down.")) };
  const limiter = createLimiter({ cache, log: { warn: vi.fn() }, now: () => now });
  const savePicture = vi.fn(async () => ({ ok: true, picture: "aa-1" }) as const);
  return {
    savePicture,
    limiter,
    tomorrow: () => {
      now += limits.pictures.window;
    },
    take: (bytes: number, shopId = "shop_1", request = sent(bytes)) =>
      takePhoto({ limiter, savePicture }, { productId: "prod_1", shopId, request }),
  };
}

it("a shop gives its products so many pictures a day; one more is not even read, and changes nothing", async () => {
  const { take, savePicture, tomorrow } = bench();
  for (let n = 0; n < limits.pictures.limit; n += 1) expect(await take(1000)).toBe("saved");
  const one = sent(1000);
  expect(await take(1000, "shop_1", one)).toBe("too-many");
  expect(one.bodyUsed).toBe(false);
  expect(savePicture).toHaveBeenCalledTimes(limits.pictures.limit);
  expect(await take(1000, "shop_2")).toBe("saved");
  tomorrow();
  expect(await take(1000)).toBe("saved");
});

it("a shop sends so many megabytes a day; what is more is not kept", async () => {
  const { take, savePicture, limiter } = bench();
  const { limit } = limits["picture-megabytes"];
  for (let n = 0; n < limit - 1; n += 1) await limiter.allows("picture-megabytes", "shop_1");
  expect(await take(1.5 * megabyte)).toBe("too-many");
  expect(savePicture).not.toHaveBeenCalled();
  expect(await take(1.5 * megabyte, "shop_2")).toBe("saved");
});

it("whoever is over it hears how much it was, and that nothing changed", () => {
  expect(pictureNews("too-many")).toEqual({
    isGood: false,
    message: expect.stringMatching(/100 photos or 400 MB.* the picture is as it was.* tomorrow/),
  });
});
