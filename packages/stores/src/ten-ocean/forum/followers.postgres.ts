import { sql } from "drizzle-orm";
import type { Queryable } from "../../database.ts";
import { posts, topics } from "../../schema/ten-ocean-community.ts";
import { topicChoices } from "../../schema/ten-ocean-forum.ts";

/** Whoever opened a topic, wrote in it or follows it, and has not muted it. */
export async function followersOf(queryable: Queryable, topicId: string): Promise<string[]> {
  const { rows } = await queryable.execute<{ userId: string }>(sql`
    select user_id as "userId" from ${topics} where topic_id = ${topicId}
    union select user_id from ${posts} where topic_id = ${topicId}
    union select user_id from ${topicChoices} where topic_id = ${topicId} and choice = 'following'
    except select user_id from ${topicChoices} where topic_id = ${topicId} and choice = 'muted'
    order by 1`);
  return rows.map(({ userId }) => userId);
}
