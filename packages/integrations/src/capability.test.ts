import { describe, expect, it } from "vitest";
import * as z from "zod";
import { type Capability, connect } from "./capability.ts";
import { missingVariables, variablesOf } from "./variables.ts";
import { defineVendor, type Variables, type VendorDefinition } from "./vendor.ts";

type Role = VendorDefinition<Variables, unknown, unknown, unknown>["role"];

/** A port that says who it is and what it was told. */
type Speaker = (word: string) => string;

const speaker = (name: string, { role, client }: { role?: Role; client?: string } = {}) =>
  defineVendor({
    name,
    about: `Speaks through ${name}.`,
    role,
    packages: client ? [client] : [],
    variables: {
      [`${name}_KEY`]: z.string(),
      [`${name}_SECRET`]: z.string(),
      [`${name}_URL`]: z.url().optional(),
    },
    async load() {
      if (client)
        throw Object.assign(new Error(`Cannot find package '${client}'`), { code: "ERR_MODULE_NOT_FOUND" });
      return {
        says:
          (key: unknown): Speaker =>
          (word) =>
            `${name} (${key}): ${word}`,
      };
    },
    create: ({ says }, values, _context: object) => says(values[`${name}_KEY`]),
    check: { because: "nobody speaks first" },
  });

const speech = {
  name: "speech",
  about: "Speech.",
  required: true,
  vendors: {
    alpha: speaker("ALPHA"),
    beta: speaker("BETA", { role: "preferred" }),
    gamma: speaker("GAMMA", { role: "complement" }),
  },
} satisfies Capability<Speaker, object>;

const alpha = { ALPHA_KEY: "a", ALPHA_SECRET: "s" };
const beta = { BETA_KEY: "b", BETA_SECRET: "s" };
const gamma = { GAMMA_KEY: "g", GAMMA_SECRET: "s" };

describe("a connection", () => {
  it("is one to the vendor that is configured, with its values", async () => {
    const { create, complements, all } = await connect(speech, alpha);
    expect(create({})("hello")).toBe("ALPHA (a): hello");
    expect([complements.length, all.length]).toEqual([0, 1]);
  });

  it("prefers the preferred one, and keeps complements apart", async () => {
    const { create, complements, all } = await connect(speech, { ...alpha, ...beta, ...gamma });
    expect(create({})("hello")).toBe("BETA (b): hello");
    expect(complements.map(({ id }) => id)).toEqual(["gamma"]);
    expect(all.map(({ id }) => id)).toEqual(["gamma", "beta"]);
  });

  it("has no port without a vendor, and says what to do", async () => {
    const { create, createIfConfigured } = await connect(speech, gamma);
    expect(createIfConfigured({})).toBeUndefined();
    expect(() => create({})).toThrow(/No vendor of speech is configured.*see \.env\.example/);
  });

  it("does not take a vendor that is configured in part", async () => {
    const { createIfConfigured } = await connect(speech, { ALPHA_KEY: "a", ALPHA_SECRET: "" });
    expect(createIfConfigured({})).toBeUndefined();
  });

  it("names the package to install when the vendor's client is not there, and loads none that is not used", async () => {
    const vendors = { alpha: speaker("ALPHA", { client: "alpha-sdk" }), beta: speaker("BETA") };
    await expect(connect({ ...speech, vendors }, alpha)).rejects.toThrow(
      "ALPHA is configured, and its client is not installed. Add alpha-sdk to the app's dependencies.",
    );
    expect((await connect({ ...speech, vendors }, beta)).create({})("hello")).toBe("BETA (b): hello");
  });
});

describe("what is missing", () => {
  it.each([
    ["nothing", alpha, {}],
    ["the rest of a vendor", { ALPHA_KEY: "a" }, { ALPHA_SECRET: "required, because ALPHA_KEY is set" }],
    [
      "the rest of another one",
      { ...beta, ALPHA_SECRET: "s" },
      { ALPHA_KEY: "required, because ALPHA_SECRET is set" },
    ],
    [
      "a vendor, where a complement is the only one",
      gamma,
      { ALPHA_KEY: "required, with ALPHA_SECRET, unless BETA_KEY and BETA_SECRET are set" },
    ],
    ["nothing, when a vendor has what is optional", { ...alpha, ALPHA_URL: "https://a.example" }, {}],
  ])("is %s", (_case, environment, expected) => {
    const missing = missingVariables([speech], environment);
    expect(Object.fromEntries(missing.map(({ name, message }) => [name, message]))).toEqual(expected);
  });

  it("is all that the only vendor needs", () => {
    const only = { ...speech, vendors: { alpha: speaker("ALPHA") } };
    expect(missingVariables([only], {})).toEqual([
      { name: "ALPHA_KEY", message: "required" },
      { name: "ALPHA_SECRET", message: "required" },
    ]);
  });

  it("is nothing of a capability that nobody has to have, and each variable once where two need it", () => {
    const optional = { ...speech, required: false };
    expect(missingVariables([optional], {})).toEqual([]);
    expect(missingVariables([optional, optional], { ALPHA_KEY: "a" })).toHaveLength(1);
  });
});

it("reads variables with the vendors' schemas, none of which is required by itself", () => {
  const schema = z.object(variablesOf([speech]));
  expect(schema.parse({})).toEqual({});
  expect(schema.safeParse({ BETA_URL: "none" }).success).toBe(false);
});
