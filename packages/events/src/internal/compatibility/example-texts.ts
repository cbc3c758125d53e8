import { accepts } from "./accepts.ts";
import { textsOf } from "./text-language.ts";
import { Unproved } from "./unproved.ts";
import type { TextSet } from "./value-set.ts";

const byFormat: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    url: [
      "http://a.b",
      "https://example.com/a",
      "ftp://example.com",
      "mailto:a@b.c",
      "http://127.0.0.1",
      "https://[::1]/",
      "urn:a:b",
    ],
    ipv6: ["::1", "2001:db8::1", "::ffff:1.2.3.4"],
    cidrv6: ["2001:db8::/32", "::/0"],
    jwt: [
      "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.e30.a",
      "eyJhbGciOiJSUzI1NiJ9.e30.a",
      "eyJhbGciOiJFUzI1NiJ9.e30.a",
    ],
    credit_card: ["4111111111111111", "4111 1111 1111 1111"],
    iban: ["GB82WEST12345698765432", "DE89370400440532013000"],
  }),
);

/** A few texts of a set. */
export function exampleTexts(set: TextSet): string[] {
  const { patterns = [], formats = [], min = 0, max = Number.POSITIVE_INFINITY } = set;
  const formatted = formats.flatMap(({ name }) => byFormat.get(name) ?? []);
  const plain = formats.length > 0 ? formatted : [...constructed(set), ...usual];
  const fitting = plain.filter((text) => accepts({ definitions: {} }, { ...set, patterns, min, max }, text));
  return [...new Set(fitting)];
}

const usual = [
  "a",
  "A",
  "1",
  "a b",
  " a",
  "é",
  "😀",
  "aaaaaaaa",
  "x@y.zz",
  "2026-11-01T00:00:00.000Z",
  "2026-11-01T00:00:00Z",
];

function constructed({ patterns = [], min = 0, max = Number.POSITIVE_INFINITY }: TextSet): string[] {
  try {
    return textsOf(patterns, { min, max });
  } catch (error) {
    if (Unproved.isInstance(error)) return [];
    throw error;
  }
}
