import { describe, expect, it } from "vitest";
import { renderEmail } from "../../render-email.ts";
import { brandOf } from "../brand.ts";
import type { NotificationTemplate } from "../notifications/notification-template.ts";
import * as templates from "./templates.ts";

const facts = { requestId: "req_1", number: 1042, about: "plumbing", place: "unit 4B" };
const description = "<script>alert(1)</script>\nIt drips.";
const closesAt = "2026-11-30T14:00:00.000Z";
const occasion = { portalUrl: "https://10ocean.test", brand: brandOf() };

/** What each is for, as its reader sees it. */
const examples: Record<keyof typeof templates, { data: object; title: string; says: RegExp[] }> = {
  requestReceived: {
    data: { ...facts, urgent: false },
    title: "Your request #1042 has arrived",
    says: [/number is 1042: say it when you call/, /within 24 hours, the whole board/],
  },
  requestReported: {
    data: { ...facts, reporter: "Maya", description },
    title: "New request #1042: plumbing, unit 4B",
    says: [/Maya reported:/, /It drips/],
  },
  urgentRequestReported: {
    data: { ...facts, reporter: "Maya", description },
    title: "URGENT request #1042: plumbing, unit 4B",
    says: [/cannot wait/, /ignores quiet hours/, /within an hour/],
  },
  requestUnattended: {
    data: { ...facts, description },
    title: "Nobody has taken request #1042: plumbing, unit 4B",
    says: [/waiting for 24 hours/, /It drips/],
  },
  urgentRequestUnattended: {
    data: { ...facts, description },
    title: "URGENT, and nobody has taken it: #1042, plumbing, unit 4B",
    says: [/nobody is in charge/, /ignores quiet hours/],
  },
  requestAssigned: {
    data: { ...facts, assignee: "Samuel Okafor" },
    title: "Samuel Okafor looks after your request #1042",
    says: [/in charge of your request about plumbing in unit 4B/],
  },
  requestEntrusted: {
    data: { ...facts, tenant: "Maya", description },
    title: "Request #1042 is yours: plumbing, unit 4B",
    says: [/Maya reported:/, /say there when it is done/],
  },
  requestPassedOn: {
    data: { ...facts, assignee: "Samuel Okafor" },
    title: "Samuel Okafor takes over request #1042",
    says: [/no longer yours/],
  },
  requestUpdated: {
    data: {
      ...facts,
      author: "Maria",
      status: "on-hold",
      priority: "high",
      scheduledFor: closesAt,
      text: description,
    },
    title: "News about your request #1042",
    says: [/on hold/, /priority is now: high/, /Monday, November 30 at 9:00 AM/, /Maria wrote:/],
  },
  entrustedRequestUpdated: {
    data: { ...facts, author: "Maya", status: "open", reopened: true, text: description, priority: "normal" },
    title: "News about request #1042: plumbing, unit 4B",
    says: [/opened again/, /Maya wrote:/],
  },
  requestResolved: {
    data: { ...facts, resolution: description, closesAt },
    title: "Is it fixed? Your request #1042 is resolved",
    says: [/Confirm it, or say what is still wrong/, /closes by itself on Monday, November 30 at 9:00 AM/],
  },
  requestUnconfirmed: {
    data: { ...facts, closesAt },
    title: "Two days left to answer: request #1042",
    says: [/Monday, November 30 at 9:00 AM/],
  },
};

const listed: [string, NotificationTemplate][] = Object.entries(templates);

describe.each(listed)("%s", (name, template) => {
  const example = Object.entries(examples).find(([key]) => key === name)?.[1];
  if (!example) throw new Error(`Give ${name} an example.`);
  const { data, title, says } = example;

  it("says it in a title, and leads to the request", () => {
    const words = template.words({ ...occasion, data });
    expect(words).toMatchObject({ title, path: "/ten-ocean/maintenance/req_1" });
    expect(words.body.length).toBeGreaterThan(0);
  });

  it("says it in an email, in which markup is text", async () => {
    const reader = { userId: "user_maya", firstName: "Maya" };
    const unsubscribeUrl = "https://10ocean.test/stop";
    const { html, text } = await renderEmail(template.email({ ...occasion, data, reader, unsubscribeUrl }));
    for (const sentence of says) expect(text.replaceAll(/\s+/g, " ")).toMatch(sentence);
    expect(html).toContain("https://10ocean.test/ten-ocean/maintenance/req_1");
    expect(html).toContain(unsubscribeUrl);
    expect(html).not.toContain("<script>");
  });
});

it("only what is urgent wakes people", () => {
  const urgent = listed.filter(([, { importance }]) => importance === "urgent").map(([name]) => name);
  expect(urgent).toEqual(["urgentRequestReported", "urgentRequestUnattended"]);
});

it.each([
  [{ closed: "lapsed" }, /Nobody answered for 7 days/],
  [{ closed: "confirmed" }, /confirmed/],
  [{ closed: "withdrawn" }, /withdrawn/],
  [{ unscheduled: true }, /no longer holds/],
  [{ status: "in-progress" }, /working on it/],
])("of %j the tenant reads what it means", (change, sentence) => {
  const { body } = templates.requestUpdated.words({ ...occasion, data: { ...facts, ...change } });
  expect(body).toMatch(sentence);
});

it("data that no template can say is refused, without quoting it", () => {
  expect(() => templates.requestReceived.words({ ...occasion, data: { requestId: "req_1" } })).toThrow(
    /request-received is not what the template needs: number/,
  );
});
