import { beforeAll, expect, it } from "vitest";
import { testStores } from "../../testing/test-stores.ts";
import { savePicture, type TrimPhoto } from "./save-picture.ts";
import { newProductId } from "./save-product.ts";

const stores = await testStores();
const { products, shops } = stores.mohallaMart;
const content = new TextEncoder().encode("a photograph");

beforeAll(async () => {
  const shop = { shopId: "shop_1", name: "Hari Fresh", area: "Indiranagar", description: "", listed: true };
  await shops.add(shop);
});

/** A product of its own, what is kept of its pictures, and what was emitted since. */
async function bench(cut: TrimPhoto = async () => squares("aa-1")) {
  const productId = newProductId();
  const about = { name: "Starfruit", category: "Fruit", unit: "500 g", description: "Sour.", price: 80 };
  await products.add({ productId, shopId: "shop_1", stock: 6, ...about }, { emit: [] });
  const before = (await stores.emittedEvents()).length;
  const kept = new Map<string, Uint8Array>();
  const put = async (name: string, file: Uint8Array) => void kept.set(name, file);
  return {
    productId,
    kept,
    save: savePicture({ products, pictures: { put, cut } }),
    emitted: async () => (await stores.emittedEvents()).slice(before),
  };
}

function squares(picture: string) {
  const files = [240, 960].map((width) => ({
    name: `${picture}/${width}.webp`,
    content: Uint8Array.of(width % 7),
  }));
  return { picture, files };
}

it("a product gets its picture, and another one instead of it, and each time that is told", async () => {
  let cuts = 0;
  const { productId, kept, save, emitted } = await bench(async () =>
    squares(`${productIdsPart()}-${++cuts}`),
  );
  const first = await save({ productId, shopId: "shop_1", content });
  if (!first.ok) throw new Error(first.message);
  expect([...kept.keys()]).toEqual([`${first.picture}/240.webp`, `${first.picture}/960.webp`]);
  expect(await products.get(productId)).toMatchObject({ picture: first.picture, price: 80, available: 6 });
  const second = await save({ productId, shopId: "shop_1", content });
  expect(await products.get(productId)).toMatchObject({ picture: second.ok && second.picture });
  expect((await emitted()).map(({ name, data }) => [name, data.changed])).toEqual([
    ["product.updated", ["images"]],
    ["product.updated", ["images"]],
  ]);
});

/** Pictures are of one product each. */
const productIdsPart = () => newProductId().slice(-8);

it.each([
  ["no-picture", /JPEG, PNG or WebP/],
  ["too-large", /12 MB/],
  ["too-many-pixels", /52 million/],
  ["too-heavy", /a usual JPEG/],
  ["too-small", /240 by 240/],
] as const)("a file that is %s changes nothing, and the shopkeeper hears why", async (fault, words) => {
  const { productId, kept, save, emitted } = await bench(async () => fault);
  expect(await save({ productId, shopId: "shop_1", content })).toEqual({
    ok: false,
    code: fault,
    message: expect.stringMatching(words),
  });
  expect([kept.size, await emitted()]).toEqual([0, []]);
});

it("a product of another shop, or of none, gets no picture, and nothing is cut for it", async () => {
  const { productId, kept, save } = await bench(() => expect.unreachable("It was cut."));
  for (const wrong of [
    { productId, shopId: "shop_2" },
    { productId: "prod_none", shopId: "shop_1" },
    { productId: "\0", shopId: "shop_1" },
  ]) {
    expect(await save({ ...wrong, content })).toMatchObject({ ok: false, code: "not-theirs" });
  }
  expect(kept.size).toBe(0);
});

it("no product names a picture of which a file could not be kept", async () => {
  const { productId } = await bench();
  const put = async (name: string) => {
    if (name.includes("960")) throw new Error("The disk is full.");
  };
  const save = savePicture({ products, pictures: { put, cut: async () => squares("dd-4") } });
  await expect(save({ productId, shopId: "shop_1", content })).rejects.toThrow("The disk is full.");
  expect((await products.get(productId))?.picture).toBeUndefined();
});
