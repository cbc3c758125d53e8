import { expect, it } from "vitest";
import { testStores } from "../testing/test-stores.ts";
import { openSession } from "./open-session.ts";

const { sessions } = await testStores();

it("opens a session for a month", async () => {
  const { token } = await openSession({ sessions })({
    role: "association-admin",
    id: "admin_1",
    name: "Maria",
    email: "maria@ten-ocean.example",
  });
  const session = await sessions.use(token);
  expect(session?.userId).toBe("ten-ocean:admin_1");
  const days = (Date.parse(session?.expiresAt ?? "") - Date.now()) / (24 * 60 * 60_000);
  expect(Math.round(days)).toBe(30);
});
