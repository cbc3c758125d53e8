import { userRemoved } from "@org/events/ten-ocean/user-removed";
import { maya } from "./house.ts";
import type { TestBench } from "./test-bench.ts";

const { userId } = maya;
const quiet = { emit: [] };

/** The portal's own promise is tried on what a resident has after a while. @returns a session of hers. */
export async function mayaLivesHere(bench: TestBench): Promise<string> {
  const { communityEvents, rsvps, forum, maintenance, preferences } = bench.tenOcean;
  const party = { title: "Party", description: "", location: "Roof", createdBy: "admin_001" };
  await communityEvents.create(
    { ...party, eventId: "evt_1", capacity: 1, startsAt: "2026-12-24T18:00:00.000Z" },
    quiet,
  );
  for (const guest of [userId, "user_suresh"])
    await rsvps.answer({ eventId: "evt_1", userId: guest, response: "going" }, quiet);
  const opening = { postId: "post_1", body: "Maya sells her bike.", mentions: [] };
  await forum.openTopic({ topicId: "topic_1", title: "Maya's bike", userId, opening }, quiet);
  await maintenance.create(
    {
      requestId: "req_1",
      userId,
      unitId: "unit_4B",
      category: "plumbing",
      priority: "high",
      description: "Maya's tap drips.",
    },
    quiet,
  );
  await preferences.update(userId, { digest: "daily" });
  return await bench.sessions.open(`ten-ocean:${userId}`, "2100-01-01T00:00:00Z");
}

/** As the portal does it. */
export function deleteMaya({ tenOcean, engine }: TestBench): Promise<boolean> {
  const occurredAt = engine.now().toISOString();
  return tenOcean.residents.close(userId, {
    emit: [userRemoved.create({ userId, reason: "requested", occurredAt })],
  });
}
