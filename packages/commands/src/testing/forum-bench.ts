import type { Writer } from "../ten-ocean/forum/forum-request.ts";
import { openTopic } from "../ten-ocean/forum/open-topic.ts";
import { writePost } from "../ten-ocean/forum/write-post.ts";
import { testStores } from "./test-stores.ts";

/** Everyone of the house: two Anas, and Piotr, who moved out. */
const house = [
  ["user_maya", "Maya", "Fernandes", "4B"],
  ["user_chloe", "Chloé", "O’Brien-Núñez", "2A"],
  ["user_amina", "Amina", "", "6A"],
  ["user_ana1", "Ana", "Lopez", "1A"],
  ["user_ana2", "Ana", "Lopez", "1B"],
  ["user_piotr", "Piotr", "Łukasz", "1C"],
] as const;

/** A forum with those who live in the house, and a topic of Maya's with one post. */
export async function forumBench() {
  const stores = await testStores();
  const { tenOcean } = stores;
  for (const [userId, firstName, lastName, door] of house) {
    const unitId = `unit_${door}`;
    await tenOcean.units.add({ unitId, label: door, floor: Number(door[0]) });
    const email = `${userId}@example.com`;
    await tenOcean.residents.register({ userId, firstName, lastName, email, unitId }, { emit: [] });
    await tenOcean.residents.changeStanding(userId, "resident", { emit: [] });
  }
  await tenOcean.residents.changeStanding("user_piotr", "alumni", { emit: [] });

  const topic = { topicId: "topic_1", postId: "post_1", title: "Bike room", body: "Do we need a rack?" };
  await openTopic(tenOcean)({ ...topic, writer: writer("user_maya") });
  const before = (await stores.emitted()).length;
  return {
    tenOcean,
    /** Ids of what was emitted since the topic was opened. */
    emitted: async () => (await stores.emitted()).slice(before),
    write: (
      postId: string,
      body: string,
      changes: { userId?: string; replyTo?: string; topicId?: string } = {},
    ) => {
      const { userId = "user_chloe", replyTo = "", topicId = "topic_1" } = changes;
      return writePost(tenOcean)({ topicId, postId, replyTo, body, writer: writer(userId) });
    },
    bodyOf: async (postId: string) => (await tenOcean.forum.findPost(postId))?.body,
  };
}

export function writer(id: string): Writer {
  return { role: "resident", id, name: id, email: `${id}@example.com` };
}
