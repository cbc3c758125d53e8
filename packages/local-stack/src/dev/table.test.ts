import { expect, it } from "vitest";
import { table } from "./table.ts";

it("draws columns as wide as their longest cell", () => {
  const rows: [string, string][] = [
    ["Storefront", "http://127.0.0.1:3000"],
    ["Engine", "x"],
  ];
  expect(table(["what", "URL"], rows)).toBe(
    [
      "┌────────────┬───────────────────────┐",
      "│ what       │ URL                   │",
      "├────────────┼───────────────────────┤",
      "│ Storefront │ http://127.0.0.1:3000 │",
      "│ Engine     │ x                     │",
      "└────────────┴───────────────────────┘",
    ].join("\n"),
  );
});
