import * as z from "zod";
import { defineEvent } from "../internal/define-event.ts";
import { userId } from "../internal/fields/ids.ts";
import { timestamp } from "../internal/standard-fields.ts";
import { memberId } from "./fields.ts";

export const userVerified = defineEvent({
  name: "user/verified",
  version: "2026-11-01.01",
  category: "user",
  owner: "membership",
  kind: "fact",
  summary: "An admin approved a registration; the resident's status changes and they are welcomed.",
  key: ["userId"],
  data: z.object({ userId, verifiedBy: memberId, timestamp }),
  examples: [
    { userId: "user_201", verifiedBy: "admin_001", timestamp: "2026-11-02T09:30:00.000Z" },
    { userId: "user_202", verifiedBy: "user_120", timestamp: "2026-11-02T18:05:12.345Z" },
  ],
});
