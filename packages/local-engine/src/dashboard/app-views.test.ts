import { expect, it } from "vitest";
import { toAppViews } from "./app-views.ts";

const app = {
  id: "shop",
  url: "http://127.0.0.1:3000/api/inngest",
  sdk: "js",
  checksum: "",
  syncedAt: 1,
  functions: [],
};

it("sees one address behind its names, and shows its last problem with the app", () => {
  const addresses = [{ url: "http://localhost:3000/api/inngest/", problem: "gone" }];
  expect(toAppViews([app], addresses)).toEqual([expect.objectContaining({ id: "shop", error: "gone" })]);
});

it("lists addresses where no app has registered, with the reason", () => {
  const addresses = [
    { url: app.url, problem: undefined },
    { url: "http://127.0.0.1:4000/api/inngest", problem: "refused" },
  ];
  const views = toAppViews([app], addresses);
  expect(views.map(({ id, error }) => [id, error])).toEqual([
    ["shop", undefined],
    [undefined, "refused"],
  ]);
});
