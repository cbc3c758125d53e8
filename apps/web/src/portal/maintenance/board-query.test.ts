import { expect, it } from "vitest";
import { boardHref, readBoardQuery } from "./board-query.ts";

it.each([
  [{}, "/ten-ocean/admin/maintenance"],
  [{ filter: "mine" }, "/ten-ocean/admin/maintenance?filter=mine"],
  [
    { filter: "urgent", status: "on-hold", after: "req_01" },
    "/ten-ocean/admin/maintenance?filter=urgent&status=on-hold&after=req_01",
  ],
])("%j is the address %s", (query, href) => {
  expect(boardHref(readBoardQuery(query))).toBe(href);
});

it.each([{ filter: "x" }, { status: "gone" }, { after: "' or 1" }, { filter: ["mine", "urgent"] }])(
  "%j asks for nothing in particular",
  (query) => {
    expect(readBoardQuery(query)).toEqual({ filter: undefined, status: undefined, after: undefined });
  },
);
