import type { Database } from "../../database.ts";
import { appendEvents, eventsFor } from "../../outbox/append.ts";
import { topics } from "../../schema/ten-ocean-community.ts";
import { topicChoices } from "../../schema/ten-ocean-forum.ts";
import type { Forum } from "../port.ts";
import { editPost, writePost } from "./posts.postgres.ts";
import { forumReadingIn } from "./reading.postgres.ts";
import { deletePost, forget } from "./removal.postgres.ts";
import { findPostRow, findTopicRow, lockTopic, postFrom, requireWriter, topicFrom } from "./rows.postgres.ts";
import { claimTellings } from "./telling.postgres.ts";
import { markRead } from "./thread.postgres.ts";

export function forumIn(database: Database): Forum {
  return {
    ...forumReadingIn(database),

    async openTopic({ opening, ...topic }, events) {
      return await database.transaction(async (transaction) => {
        await requireWriter(transaction, topic.userId);
        const [row] = await transaction.insert(topics).values(topic).onConflictDoNothing().returning();
        if (!row) return false;
        const { topicId, userId } = topic;
        const first = opening && (await writePost(transaction, { ...opening, topicId, userId }, true));
        await appendEvents(transaction, eventsFor(events, { ...topicFrom(row), opening: first }));
        return true;
      });
    },

    async topic(topicId) {
      const row = await findTopicRow(database, topicId);
      return row && topicFrom(row);
    },

    async post(post, events) {
      return await database.transaction(async (transaction) => {
        await requireWriter(transaction, post.userId);
        await lockTopic(transaction, post.topicId);
        const first = await findPostRow(transaction, post.postId);
        if (first) return postFrom(first);
        const written = await writePost(transaction, post);
        await appendEvents(transaction, eventsFor(events, written));
        return written;
      });
    },

    editPost: (edit, events) =>
      database.transaction(async (transaction) => {
        const edited = await editPost(transaction, edit);
        if (edited.isChanged) await appendEvents(transaction, eventsFor(events, edited));
        return edited.post;
      }),

    deletePost: (deletion) => database.transaction((transaction) => deletePost(transaction, deletion)),

    async choose(choice) {
      await database.transaction(async (transaction) => {
        await requireWriter(transaction, choice.userId);
        await lockTopic(transaction, choice.topicId);
        await transaction
          .insert(topicChoices)
          .values(choice)
          .onConflictDoUpdate({
            target: [topicChoices.topicId, topicChoices.userId],
            set: { choice: choice.choice },
          });
      });
    },

    markRead: (reading) => markRead(database, reading),
    claimTellings: (run) => database.transaction((transaction) => claimTellings(transaction, run)),
    forget: (userId) => database.transaction((transaction) => forget(transaction, userId)),
  };
}
