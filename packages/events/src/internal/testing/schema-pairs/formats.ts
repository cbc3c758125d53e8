import * as z from "zod";
import type { SchemaPair } from "./schema-pair.ts";

const text = z.string();

export const formats: SchemaPair[] = [
  ["uuid, then guid", z.uuid(), z.guid(), true, false],
  ["uuid of any version, then of version 4", z.uuid(), z.uuidv4(), false, true],
  ["uuid of version 4, then of version 7", z.uuidv4(), z.uuidv7(), false, false],
  ["uuid, then 36 characters", z.uuid(), text.length(36), true, false],
  ["guid, then small letters", z.guid(), z.guid().regex(/^[0-9a-f-]+$/), false, true],
  ["url, then http url", z.url(), z.httpUrl(), false, true],
  ["url, then https", z.url(), z.url({ protocol: /^https$/ }), false, true],
  [
    "http or https, then https",
    z.url({ protocol: /^https?$/ }),
    z.url({ protocol: /^https$/ }),
    false,
    "unproved",
  ],
  [
    "url of one host, then of any under it",
    z.url({ hostname: /^a\.example\.com$/ }),
    z.url({ hostname: /example\.com$/ }),
    true,
    false,
  ],
  ["url, then any text", z.url(), text, true, false],
  ["email, then any text", z.email(), text, true, false],
  ["email, then html5 email", z.email(), z.email({ pattern: z.regexes.html5Email }), false, false],
  ["email, then unicode email", z.email(), z.email({ pattern: z.regexes.unicodeEmail }), false, false],
  [
    "email of at most 60, then unicode email",
    z.email().max(60),
    z.email({ pattern: z.regexes.unicodeEmail }),
    true,
    false,
  ],
  ["email, then what has an at sign", z.email(), text.includes("@"), true, false],
  ["email, then rfc5322 email", z.email(), z.email({ pattern: z.regexes.rfc5322Email }), true, false],
  ["ipv4, then digits and dots", z.ipv4(), text.regex(/^[\d.]+$/), true, false],
  ["ipv4, then ipv6", z.ipv4(), z.ipv6(), false, false],
  ["ipv6, then any text", z.ipv6(), text, true, false],
  ["base64, then base64url", z.base64(), z.base64url(), false, false],
  ["base64, then its letters", z.base64(), text.regex(/^[\w+/=]*$/), true, false],
  ["ulid, then 26 characters", z.ulid(), text.length(26), true, false],
  ["nanoid, then its letters", z.nanoid(), text.regex(/^[\w-]+$/), true, false],
  ["e164, then a plus and digits", z.e164(), text.regex(/^\+\d{7,15}$/), true, false],
  ["jwt of one algorithm, then of any", z.jwt({ alg: "HS256" }), z.jwt(), true, false],
  ["hex, then lowercase hex", z.hex(), z.hex().lowercase(), false, true],
];
