import { expect, it, vi } from "vitest";
import { createLimiter, limits } from "../http/limit.ts";
import { createPlaces } from "../http/places.ts";
import { pictureNews } from "./picture-news.ts";
import { photoPlaces, takePhoto } from "./take-photo.ts";

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
  const places = createPlaces(photoPlaces);
  const savePicture = vi.fn(async () => ({ ok: true, picture: "aa-1" }) as const);
  return {
    savePicture,
    limiter,
    tomorrow: () => {
      now += limits.pictures.window;
    },
    take: (bytes: number, shopId = "shop_1", request = sent(bytes)) =>
      takePhoto({ limiter, places, savePicture }, { productId: "prod_1", shopId, request }),
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

it("so many photos are under way at once, fewer of one shop; who comes then is not read and loses nothing of its day", async () => {
  const { take, savePicture, limiter } = bench();
  const finish: (() => void)[] = [];
  const saved = { ok: true, picture: "aa-1" } as const;
  savePicture.mockImplementation(() => new Promise((resolve) => finish.push(() => resolve(saved))));
  const shops = Array.from({ length: photoPlaces.total }, (_none, n) => `shop_${n % 3}`);
  const underWay = shops.map((shop) => take(1000, shop));
  await vi.waitUntil(() => finish.length === photoPlaces.total);
  for (const shop of ["shop_0", "shop_9"]) {
    const one = sent(1000);
    expect([await take(1000, shop, one), one.bodyUsed]).toEqual(["busy", false]);
  }
  expect(pictureNews("busy")).toMatchObject({
    isGood: false,
    message: expect.stringContaining("in a minute"),
  });
  for (const each of finish) each();
  expect(await Promise.all(underWay)).toEqual(shops.map(() => "saved"));
  savePicture.mockResolvedValue(saved);
  expect(await take(1000, "shop_9")).toBe("saved");
  for (let n = 0; n < limits.pictures.limit - 1; n += 1)
    expect(await limiter.allows("pictures", "shop_9")).toBe(true);
});

it("a photo that cannot be kept gives its place back", async () => {
  const { take, savePicture } = bench();
  savePicture.mockRejectedValue(new Error("The disk is full."));
  for (let n = 0; n <= photoPlaces.each; n += 1) await expect(take(1000)).rejects.toThrow("full");
});
