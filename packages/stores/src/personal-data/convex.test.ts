import { beforeAll, describe, expect, it } from "vitest";
import schema from "../../convex/schema.ts";
import { convexBridge } from "../testing/convex-bridge.ts";
import { convexLeftOut, convexMohallaMartPersonalData } from "./convex.ts";
import type { PersonalDataFile } from "./port.ts";

/** Tables that hold nothing of a customer's own, and why. */
const ofNobody: Record<string, string> = {
  analyticsBuckets: "sums",
  copiedBeside: "times and numbers",
  copies: "how far a copy is",
  deliveryReports: "by the vendors' ids",
  inventoryLog: "of products",
  logBatches: "ids on their way to the archive",
  openLetters: "sums",
  products: "of shops",
  reconciliations: "of the vendor's money",
  sendLedger: "by keys of messages",
  signInCodes: "hashes",
  stepFailures: "of runs",
  stockAlerts: "of products",
  suppressions: "hashes",
  wrongCodes: "hashes",
};

const bridge = await convexBridge();
const at = Date.parse("2026-11-01");

/** Rows of every table that a file has, marked as somebody's. */
async function insertRowsOf(userId: string, mark: string): Promise<void> {
  const email = `${mark}@example.com`;
  const [orderId, shopId, sessionId] = [`ord_${mark}`, `shop_${mark}`, `visit_${mark}`];
  const contact = { name: mark, email };
  const message = { workflow: "w", channel: "email" as const, status: "sent" as const, recordedAt: at };
  await bridge.run(async ({ db }) => {
    await db.insert("users", { userId, name: mark, email, createdAt: at, revision: 1 });
    await db.insert("preferences", {
      ...{ userId, language: "en-IN", area: mark },
      channels: { email: true, sms: true, push: true },
    });
    await db.insert("consents", { userId, channel: "email", granted: true, source: "account-page", at });
    await db.insert("savedAddresses", {
      ...{ addressId: mark, userId, name: mark, phone: "1", line1: mark, pinCode: "560001", usedAt: at },
    });
    await db.insert("watchers", { productId: `prod_${mark}`, userId });
    await db.insert("notifications", {
      ...{ notificationId: mark, userId, type: "t", title: mark, body: mark, createdAt: at, isRead: false },
    });
    await db.insert("orders", {
      ...{ orderId, userId, shopId, contact, lines: [], totalPaise: 1, payment: "cash", history: [] },
      ...{ paymentStatus: "due", status: "placed", placedAt: at, linkGeneration: 0 },
      ...{ isShown: true, hasContact: true, isUnsettled: false },
    });
    await db.insert("refunds", {
      refundId: mark,
      orderId,
      amountPaise: 1,
      status: "processed",
      bookedAt: at,
    });
    await db.insert("disputes", { disputeId: mark, orderId, amountPaise: 1, status: "open", bookedAt: at });
    await db.insert("parcelNotices", {
      ...{ noticeId: mark, orderId, status: "delivered", at, outcome: "moved" },
    });
    await db.insert("releasedPayments", {
      ...{ paymentId: mark, orderId, shopId, totalPaise: 1, refusal: "r", email, releasedAt: at },
    });
    await db.insert("checkouts", {
      ...{ orderId: `${orderId}_2`, paymentOrderId: mark, shopId, items: [], totalPaise: 1, contact, email },
      ...{ status: "open", expiresAt: at },
    });
    await db.insert("receivedApplications", {
      ...{ shopkeeperId: mark, shopName: mark, area: "a", description: "d", name: mark, email, phone: "1" },
      ...{ token: `secret-${mark}`, receivedAt: at, expiresAt: at },
    });
    await db.insert("shopkeepers", {
      ...{ shopkeeperId: mark, shopId, name: mark, email, address: email, applicantId: userId },
      ...{ status: "approved", createdAt: at, approvedBy: "staff_secret", dashboardAccess: true },
    });
    await db.insert("shops", { shopId, name: mark, area: "a", description: "d", listed: true });
    const seen = { event: "search.performed", sessionId, properties: JSON.stringify({ query: mark }), at };
    await db.insert("analyticsEvents", { ...seen, eventId: `${mark}_1`, userId });
    await db.insert("analyticsEvents", { ...seen, eventId: `${mark}_before` });
    await db.insert("analyticsSessions", {
      ...{ sessionId, userId, firstAt: at, lastAt: at },
      ...{ filledCart: false, startedCheckout: false, ordered: false },
    });
    await db.insert("analyticsUsers", {
      ...{ userId, sessions: 1, firstAt: at, lastAt: at },
      counts: {
        ...{ pageViews: 1, searches: 0, searchConversions: 0, cartsFilled: 0, checkoutsStarted: 0 },
        ...{ orders: 0, revenuePaise: 0, ordersCancelled: 0, cancelledPaise: 0 },
      },
    });
    await db.insert("sessions", {
      ...{ tokenHash: `secret-${mark}`, userId, openedAt: at, lastUsedAt: at, expiresAt: at },
    });
    await db.insert("knownBrowsers", { tokenHash: `secret-${mark}`, userId, lastUsedAt: at });
    await db.insert("passkeys", {
      ...{
        credentialId: mark,
        userId,
        name: mark,
        publicKey: "k",
        counter: 0,
        transports: [],
        createdAt: at,
      },
    });
    await db.insert("deliveries", {
      ...message,
      key: mark,
      subject: userId,
      recipient: "customer",
      asked: 0,
    });
    await db.insert("deliveries", {
      ...{ ...message, key: `secret-${mark}`, subject: userId, recipient: "admin", asked: 0 },
    });
  });
}

describe("the file of a customer in Convex", () => {
  const personalData = convexMohallaMartPersonalData(bridge.deployment);
  let file: PersonalDataFile | undefined;

  beforeAll(async () => {
    await insertRowsOf("user_1", "asha");
    await insertRowsOf("user_12", "neighbor");
    file = await personalData.of("user_1");
  });

  it("has rows of every table that it reads", () => {
    const empty = Object.entries(file?.tables ?? {}).filter(([, rows]) => rows.length === 0);
    expect(empty).toEqual([]);
  });

  it("has every table of the deployment, or says why not", () => {
    const told = new Set([
      ...Object.keys(file?.tables ?? {}),
      ...convexLeftOut.map(({ table }) => table),
      ...Object.keys(ofNobody),
    ]);
    expect(Object.keys(schema.tables).filter((table) => !told.has(table))).toEqual([]);
  });

  it("has what was done in a visit before it was known whose it is", () => {
    expect(file?.tables.analyticsEvents?.map(({ eventId }) => eventId)).toEqual(["asha_1", "asha_before"]);
  });

  it("has nothing of a neighbor's, and no secret", () => {
    const text = JSON.stringify(file?.tables);
    expect(text).not.toContain("neighbor");
    expect(text).not.toContain("user_12");
    expect(text).not.toContain("secret");
  });

  it("is nobody's where there is no account", async () => {
    expect(await personalData.of("user_unknown")).toBeUndefined();
  });
});
