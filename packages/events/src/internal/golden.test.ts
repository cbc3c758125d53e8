import { describe, expect, it } from "vitest";
import type * as z from "zod";
import * as fields from "../fields.ts";
import * as tenOcean from "../ten-ocean/fields.ts";

/**
 * What each kind of field accepts and refuses, spelled out: contracts must not change because the schema
 * library was upgraded. What is trimmed stands with its parsed value.
 */
const golden: Record<string, { schema: z.ZodType; accepts: unknown[]; refuses: unknown[] }> = {
  id: {
    schema: fields.userId,
    accepts: ["user_123", "user_01JC3V6ZK8Q4T9RZ5W2M7XH0AB", `user_${"a".repeat(64)}`],
    refuses: [
      "user_",
      "user-123",
      "USER_123",
      "user_1-2",
      "user_1\n",
      " user_1",
      `user_${"a".repeat(65)}`,
      123,
      null,
    ],
  },
  timestamp: {
    schema: fields.timestamp,
    accepts: ["2026-11-01T00:00:00.000Z", "2024-02-29T23:59:59.999Z", new Date(0).toISOString()],
    refuses: [
      "2026-11-01T00:00:00Z",
      "2026-11-01T00:00Z",
      "2026-11-01T00:00:00.000000Z",
      "2026-11-01T00:00:00.000+05:30",
      "2026-11-01 00:00:00.000Z",
      "2026-02-29T00:00:00.000Z",
      "2026-13-01T00:00:00.000Z",
      "2026-11-01",
      0,
    ],
  },
  email: {
    schema: fields.emailAddress,
    accepts: ["a@example.com", "first.last+tag@sub.example.co.in", "o'neil@example.org"],
    refuses: [
      "a@example",
      "@example.com",
      "a b@example.com",
      "a@@example.com",
      ".a@example.com",
      "a..b@example.com",
      "",
    ],
  },
  phone: {
    schema: fields.phoneNumber,
    accepts: ["+919876543210", "+12025550123", "+12345678"],
    refuses: ["9876543210", "+0123456789", "+91 98765 43210", "+1234567", "+1234567890123456", ""],
  },
  name: {
    schema: fields.personName,
    accepts: ["A", "Asha Rao", "अशा", "a".repeat(100)],
    refuses: ["", "   ", "a".repeat(101), null],
  },
  rupees: {
    schema: fields.rupees,
    accepts: [0, 1250, 19.99, 0.01, 0.07, 1.1, 64.97, 10_000_000_000],
    refuses: [-0.01, 19.999, 0.1 + 0.2, Number.NaN, Number.POSITIVE_INFINITY, 10_000_000_001, "12"],
  },
  duration: {
    schema: fields.duration,
    accepts: ["7d", "12h", "30m", "90s", "2w", "99999d"],
    refuses: ["0d", "7", "d", "7 d", "7D", "1.5h", "07d", "100000d", ""],
  },
  dottedName: {
    schema: fields.dottedName,
    accepts: ["order.delivered", "page", "search.converted", "product.priceDrop"],
    refuses: ["Order.delivered", "order.", ".order", "order..x", "order delivered", "a".repeat(101), ""],
  },
  properties: {
    schema: fields.properties,
    accepts: [{}, { a: 1, b: "x", c: true, d: null, "with space": 0.5 }],
    refuses: [{ a: {} }, { a: [] }, { "": 1 }, { a: Number.NaN }, { a: "x".repeat(2_001) }, [], null],
  },
  memberId: {
    schema: tenOcean.memberId,
    accepts: ["user_1", "admin_001"],
    refuses: ["member_1", "admin_", "user_1 admin_1"],
  },
  templateName: {
    schema: tenOcean.templateName,
    accepts: ["weekly-digest", "welcome", "a1-b2"],
    refuses: ["Weekly", "weekly_digest", "-weekly", "weekly-", ""],
  },
  templateData: {
    schema: tenOcean.templateData,
    accepts: [{}, { unread: 7, topics: [{ title: "Bike room", posts: 4 }] }],
    refuses: [{ topics: ["text"] }, { topics: [{ title: {} }] }, { a: { b: 1 } }],
  },
};

describe.each(Object.entries(golden))("%s", (_, { schema, accepts, refuses }) => {
  it.each(accepts.map((value) => [value]))("accepts %j unchanged", (value) => {
    expect(schema.safeParse(value)).toEqual({ success: true, data: value });
  });

  it.each(refuses.map((value) => [value]))("refuses %j", (value) => {
    expect(schema.safeParse(value).success).toBe(false);
  });
});

it("text around addresses and names is trimmed", () => {
  expect(fields.emailAddress.parse(" a@example.com\n")).toBe("a@example.com");
  expect(fields.personName.parse("  Asha Rao ")).toBe("Asha Rao");
});
