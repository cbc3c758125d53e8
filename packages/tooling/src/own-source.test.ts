import { describe, expect, it } from "vitest";
import { fromFolder, withRelativeImports } from "./own-source.ts";

describe("what a package calls #src", () => {
  it.each([
    ["#src/database.ts", "mohallamart/orders/postgres", "../../../database.ts"],
    ["#src/orders/port.ts", "orders", "./port.ts"],
    ["#src/orders/port.ts", "", "./orders/port.ts"],
  ])("is a relative path where it is published: %s in %s", (specifier, folder, path) => {
    expect(fromFolder(specifier, folder)).toBe(path);
  });

  it("leaves everything else in a declaration file as it is", () => {
    const declarations = `import type { A } from "#src/a.ts";\nexport type B = import("#src/b.ts").B | "#dashboard/c";`;
    expect(withRelativeImports(declarations, "x/y")).toBe(
      `import type { A } from "../../a.ts";\nexport type B = import("../../b.ts").B | "#dashboard/c";`,
    );
  });
});
