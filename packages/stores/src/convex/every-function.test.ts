import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { failureOf } from "@org/integrations/contracts";
import { makeFunctionReference } from "convex/server";
import type { ValidatorJSON } from "convex/values";
import { beforeEach, describe, expect, it } from "vitest";
import { isSameSecret } from "../../convex/serviceKey.ts";
import { convexBridge, testServiceKey } from "../testing/convex-bridge.ts";
import { convexModules } from "../testing/local-deployment.ts";
import { convexDeployment } from "./deployment.ts";

const bridge = await convexBridge();

interface Exported {
  path: string;
  kind: "query" | "mutation";
  /** As their validators say. */
  args: ValidatorJSON;
  returns: ValidatorJSON | null;
}

/** Every function that a client may call, found as Convex finds them: by what the modules export. */
async function everyFunction(): Promise<Exported[]> {
  const found: Exported[] = [];
  for (const [path, load] of Object.entries(convexModules)) {
    const module = path.replace(/^.*\/(\w+)\.\w+$/, "$1");
    for (const [name, value] of Object.entries(await load())) {
      if (typeof value !== "function" || !isRegistered(value)) continue;
      found.push({
        path: `${module}:${name}`,
        kind: value.isQuery ? "query" : "mutation",
        args: JSON.parse(value.exportArgs()),
        returns: JSON.parse(value.exportReturns()),
      });
    }
  }
  return found;
}

interface Registered {
  isPublic?: boolean;
  isQuery?: boolean;
  exportArgs(): string;
  exportReturns(): string;
}

function isRegistered(value: object): value is Registered {
  return "isPublic" in value && "exportArgs" in value && "exportReturns" in value;
}

/** A value that a validator takes. */
function valueFor(json: ValidatorJSON): unknown {
  switch (json.type) {
    case "string":
      return "a";
    case "number":
      return 1;
    case "boolean":
      return true;
    case "null":
      return null;
    case "array":
      return [];
    case "literal":
      return json.value;
    case "union":
      return json.value[0] && valueFor(json.value[0]);
    case "object":
      return Object.fromEntries(
        Object.entries(json.value)
          .filter(([, { optional }]) => !optional)
          .map(([name, { fieldType }]) => [name, valueFor(fieldType)]),
      );
    default:
      throw new Error(`No value is known for a validator of type ${json.type}.`);
  }
}

const every = await everyFunction();

describe("every public function", () => {
  beforeEach(() => bridge.empty());

  it("is found", () => {
    expect(every.map(({ path }) => path)).toEqual(
      expect.arrayContaining(["deployment:version", "signInCodes:redeem"]),
    );
  });

  it.each(every)("$path asks for the service key", async ({ path, kind, args }) => {
    const values = { ...Object(valueFor(args)), serviceKey: undefined };
    for (const serviceKey of ["", "wrong", testServiceKey.slice(0, -1)]) {
      const { query, mutation } = convexDeployment({ url: bridge.url, serviceKey }).callsOf("test");
      const call =
        kind === "query"
          ? query(makeFunctionReference<"query">(path), values)
          : mutation(makeFunctionReference<"mutation">(path), values);
      expect(await failureOf(call)).toMatchObject({ code: "wrong-key" });
    }
  });

  it.each(every)("$path says what it takes and returns", ({ args, returns }) => {
    expect(args.type).toBe("object");
    expect(JSON.stringify([args, returns])).not.toContain('"any"');
    expect(returns).not.toBeNull();
  });
});

describe("the functions' sources", () => {
  const folder = join(import.meta.dirname, "../../convex");
  const sources = readdirSync(folder).filter((file) => /^[A-Za-z]+\.ts$/.test(file));

  it.each(sources)("%s reads by an index, and never a table whole", (file) => {
    const source = readFileSync(join(folder, file), "utf8");
    expect(source).not.toMatch(/\.(collect|fullTableScan)\(/);
    const read = source.match(/\.query\("/g) ?? [];
    expect((source.match(/\.withIndex\(/g) ?? []).length).toBeGreaterThanOrEqual(read.length);
  });
});

describe("the comparison of keys", () => {
  it.each([
    ["abc", "abc", true],
    ["abd", "abc", false],
    ["", "abc", false],
    ["abc", "abcd", false],
    ["ключ", "ключ", true],
  ])("%j and %j: %j", async (given, expected, same) => {
    expect(await isSameSecret(given, expected)).toBe(same);
  });

  it("looks at every byte, wherever the first difference is", async () => {
    const read: number[] = [];
    const { entries } = Uint8Array.prototype;
    const counted = function* (this: Uint8Array<ArrayBufferLike>) {
      for (const [index, byte] of entries.call(this)) {
        read.push(index);
        yield [index, byte] as [number, number];
      }
    };
    Uint8Array.prototype.entries = counted as typeof entries;
    try {
      for (const given of ["a key", "b key", ""]) await isSameSecret(given, "a key");
    } finally {
      Uint8Array.prototype.entries = entries;
    }
    expect(read).toHaveLength(3 * 32);
  });
});
