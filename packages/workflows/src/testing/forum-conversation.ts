import { forumMention } from "@org/events/ten-ocean/forum-mention";
import { forumPostCreated } from "@org/events/ten-ocean/forum-post-created";
import { forumTopicCreated } from "@org/events/ten-ocean/forum-topic-created";
import type { NewPost } from "@org/stores/ten-ocean/port";
import { eventsOf } from "./events-of.ts";
import type { TestBench } from "./test-bench.ts";

const minute = 60_000;
const topicId = "topic_1";

type Post = Pick<NewPost, "body" | "mentions">;

function mentionsOf(postId: string, mentionedBy: string, named: readonly string[]) {
  return named.map((mentionedUserId) =>
    forumMention.create({ postId, topicId, mentionedUserId, mentionedBy }),
  );
}

/** Maya's topic `topic_1`, written in as the commands write. */
export function forumConversation(bench: Pick<TestBench, "tenOcean" | "engine" | "vendors" | "settle">) {
  const { forum } = bench.tenOcean;

  async function open({ body = "Do we need a rack?", mentions = [] }: Partial<Post> = {}) {
    const [postId, userId] = ["post_0", "user_maya"];
    const opening = { postId, body, mentions };
    await forum.openTopic(
      { topicId, title: "Bike room", userId, opening },
      {
        emit: (opened) => [
          forumTopicCreated.create({ topicId, userId, postId }),
          ...mentionsOf(postId, userId, opened.opening?.mentions ?? []),
        ],
      },
    );
  }

  async function write(postId: string, userId: string, { body = "Yes.", mentions = [] }: Partial<Post> = {}) {
    await forum.post(
      { postId, topicId, userId, body, mentions },
      {
        emit: (written) => [
          forumPostCreated.create({ postId, topicId, userId }),
          ...mentionsOf(postId, userId, written.mentions),
        ],
      },
    );
  }

  async function edit(postId: string, userId: string, { body = "Yes!", mentions = [] }: Partial<Post>) {
    await forum.editPost(
      { postId, userId, body, mentions },
      { emit: ({ added }) => mentionsOf(postId, userId, added) },
    );
  }

  return {
    open,
    write,
    edit,
    follow: (userId: string) => forum.choose({ topicId, userId, choice: "following" }),
    mute: (userId: string) => forum.choose({ topicId, userId, choice: "muted" }),
    leave: (userId: string) => bench.tenOcean.residents.changeStanding(userId, "alumni", { emit: [] }),
    /** Lets everything happen that is due, then the minutes pass. */
    async later(minutes: number) {
      await bench.settle();
      await bench.engine.advance(minutes * minute);
      await bench.settle();
    },
    told: (template: string) => toldOf(bench.engine, template),
    /** The emails of a notification that left, by its subject. */
    emailed: (subject: string) => bench.vendors.outbox().filter((message) => message.subject === subject),
  };
}

export interface Told {
  /** Minutes since the first event. */
  at: number;
  userId: string;
  data: Record<string, unknown>;
}

/** Who was told with a template, in order of time. */
function toldOf(engine: TestBench["engine"], wanted: string): Told[] {
  const [first] = engine.events();
  return eventsOf(engine, { name: "notification/route" }).flatMap(({ ts, data: sent }) => {
    const { template, userIds, data }: { template: string; userIds: string[]; data: Told["data"] } =
      Object(sent);
    if (template !== wanted) return [];
    const at = Math.floor((ts - (first?.ts ?? ts)) / minute);
    return userIds.map((userId) => ({ at, userId, data }));
  });
}
