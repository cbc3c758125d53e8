import { communityAnnouncementPublished } from "@org/events/ten-ocean/community-announcement-published";
import type { NewAnnouncement } from "@org/stores/ten-ocean/port";
import { expect, it } from "vitest";
import { moveIn } from "../../testing/full-house.ts";
import { startTestBench, type TestBench } from "../../testing/test-bench.ts";

const functionId = "tell-of-announcement";

async function publish({ tenOcean }: TestBench, changes: Partial<NewAnnouncement> = {}): Promise<void> {
  const water = {
    announcementId: "ann_water",
    title: "Water off",
    body: "From nine.",
    publishedBy: "admin_001",
  };
  await tenOcean.announcements.publish(
    { ...water, ...changes },
    {
      emit: ({ announcementId, publishedBy, floor, urgent }) => [
        communityAnnouncementPublished.create({ announcementId, publishedBy, floor, urgent }),
      ],
    },
  );
}

/** What the router was asked for, in order. */
const asked = ({ engine }: TestBench) =>
  engine.events({ name: "notification/route" }).map(({ data }): Record<string, unknown> => Object(data));

it("tells every resident of the house, and nobody whose registration waits", async () => {
  const bench = await startTestBench();
  const applicant = { userId: "user_new", email: "new@example.com", firstName: "New", lastName: "" };
  await bench.tenOcean.residents.register(applicant, { emit: [] });
  await publish(bench);
  await bench.settle();

  expect(bench.engine.run(functionId)).toHaveCompleted();
  expect(asked(bench)).toMatchObject([
    {
      notificationId: "announcement:ann_water",
      template: "announcement",
      about: "ann_water",
      userIds: ["user_amina", "user_chloe", "user_maya", "user_suresh", "user_tomasz"],
      data: { title: "Water off", author: "Maria Delgado", text: [{ piece: "From nine." }] },
    },
  ]);
});

it("tells a floor of what concerns that floor, and urgently of what cannot wait", async () => {
  const bench = await startTestBench();
  await publish(bench, { floor: 4, urgent: true });
  await bench.settle();
  expect(asked(bench)).toMatchObject([
    { template: "urgent-announcement", userIds: ["user_maya", "user_suresh"], data: { floor: 4 } },
  ]);
});

it("tells nobody on a floor where nobody lives, nor of what was withdrawn meanwhile", async () => {
  const bench = await startTestBench();
  await publish(bench, { floor: 5 });
  bench.engine.faults.failStep({ functionId, stepId: "fetch-announcement" });
  await publish(bench, { announcementId: "ann_wrong" });
  await bench.tenOcean.announcements.withdraw("ann_wrong", "admin_001");
  await bench.settle();
  await bench.engine.advance("1m");
  expect(bench.engine.runs({ functionId }).map(({ output }) => output)).toEqual([{ told: 0 }, { told: 0 }]);
  expect(asked(bench)).toEqual([]);
});

it("pages through a full house, and stops telling when it is withdrawn on the way", async () => {
  const bench = await startTestBench();
  await moveIn(bench, 1_100);
  await publish(bench);
  await bench.settle();
  const all = asked(bench).flatMap(({ userIds }) => userIds);
  expect(asked(bench).map(({ notificationId }) => notificationId)).toEqual([
    "announcement:ann_water",
    "announcement:ann_water:page-2",
    "announcement:ann_water:page-3",
  ]);
  expect(new Set(all).size).toBe(1_105);
  expect(all).toHaveLength(1_105);

  bench.engine.faults.failStep({ functionId, stepId: "list-residents:2" });
  await publish(bench, { announcementId: "ann_wrong" });
  await bench.settle();
  await bench.tenOcean.announcements.withdraw("ann_wrong", "admin_001");
  await bench.engine.advance("1m");
  const outputs = bench.engine.runs({ functionId }).map(({ output }) => output);
  expect(outputs).toEqual(expect.arrayContaining([{ told: 1_105 }, { told: 500 }]));
});

it("carries a long text whole, with emoji and script as they are", async () => {
  const bench = await startTestBench();
  const body = `<script>alert("🎉")</script>\n\n${"🎉 party ".repeat(440)}`.trim();
  expect(body.length).toBeGreaterThan(3_900);
  await publish(bench, { body });
  await bench.settle();
  expect(bench.engine.run(functionId)).toHaveCompleted();
  const [{ data } = { data: {} }] = asked(bench);
  const pieces: { piece: string }[] = Object(data).text;
  expect(pieces.map(({ piece }) => piece).join(" ")).toBe(body);
});

/** What an address was sent. */
const sentTo = ({ vendors }: TestBench, userId: string) =>
  vendors.outbox().filter(({ to }) => to === `${userId.replace("user_", "")}@residents.example`);

it("arrives by email with its text and who says so, and leaves out whoever turned announcements off", async () => {
  const bench = await startTestBench();
  await bench.tenOcean.preferences.update("user_amina", { kinds: { announcement: { email: false } } });
  await publish(bench, { title: "Water <off>", body: "From nine.\n\nUntil noon." });
  await bench.settle();
  await bench.engine.advance("1m");
  const [message, ...others] = sentTo(bench, "user_maya");
  expect(others).toEqual([]);
  expect(message?.subject).toBe("Water <off>");
  expect(message?.text).toMatch(/From nine\.\s+Until noon\.\s+Maria Delgado, to everyone in the house/);
  expect(message?.html).toContain("https://10ocean.test/ten-ocean/announcements/ann_water");
  expect(message?.html).toContain("Water &lt;off&gt;");
  expect(message?.html).toContain("/ten-ocean/unsubscribe/");
  expect(sentTo(bench, "user_amina")).toEqual([]);
});

it("reaches everybody at once when it is urgent, whatever they turned off and in their quiet hours", async () => {
  const bench = await startTestBench();
  const off = { email: false, push: false, timing: "digest" } as const;
  const kinds = { announcement: off, community: off, maintenance: off, forum: off, verification: off };
  const quietHours = { from: "22:00", to: "07:00" };
  await bench.tenOcean.preferences.update("user_maya", { kinds, digest: "off", quietHours });
  await publish(bench, { floor: 4, urgent: true });
  await bench.settle();
  await bench.engine.advance("10s");
  await bench.settle();
  const [message] = sentTo(bench, "user_maya");
  expect(message?.subject).toBe("Urgent: Water off");
  expect(message?.text).toContain("to floor 4");
  expect(message?.html).not.toContain("/ten-ocean/unsubscribe/");
});
