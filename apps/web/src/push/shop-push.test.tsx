import { afterAll, expect, it, vi } from "vitest";
import type { PushSettings } from "./push-settings.ts";

const settings: PushSettings = {
  appId: "0d7c5ab6-6f0e-4d6f-9a55-0c0a11c0ffee",
  scriptUrl: "https://cdn.onesignal.com/sdk.js",
};
const pushSettings = vi.fn<() => PushSettings | undefined>(() => settings);
vi.mock("./push-settings.ts", () => ({ pushSettings }));
vi.mock("./push-identity.ts", () => ({
  pushIdentity: async (product: string, userId: string) => ({
    pushId: `${product}:${userId}`,
    token: `proof of ${userId}`,
  }),
}));
vi.mock("../language/current-language.ts", () => ({ currentLanguage: async () => "en-IN" }));

vi.resetModules();
afterAll(() => vi.resetModules());
const { ShopPush } = await import("./shop-push.tsx");

it("asks under the id by which the shop's orders are pushed, with its proof", async () => {
  const card = await ShopPush({ shopkeeperId: "sk_hari" });
  expect(card?.props).toMatchObject({ settings, pushId: "mohallamart:sk_hari", token: "proof of sk_hari" });
  expect(card?.props.labels.ask).toMatch(/order/);
});

it("asks nobody where no push vendor is set up", async () => {
  pushSettings.mockReturnValueOnce(undefined);
  expect(await ShopPush({ shopkeeperId: "sk_hari" })).toBeNull();
});
