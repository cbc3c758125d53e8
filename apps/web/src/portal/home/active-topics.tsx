import { count } from "@org/commands/words";
import { tenOcean } from "../../stores.ts";
import { formatDayTime } from "../building-time.ts";
import { HomeCard, HomeItem } from "./home-card.tsx";

const shown = 4;

/** Where people write in the forum just now, and what of it is new to the reader. */
export async function ActiveTopics({ reader }: { reader: string }) {
  const topics = await tenOcean().forum.topics({ reader, limit: shown });
  return (
    <HomeCard
      title="In the forum"
      more={{ href: "/ten-ocean/forum", label: "All topics" }}
      empty="Nobody has opened a topic yet."
    >
      {topics.map(({ topicId, title, posts, unread, lastPostAt }) => (
        <HomeItem
          key={topicId}
          href={`/ten-ocean/forum/${topicId}`}
          title={title}
          facts={[count(posts, "post"), `last ${formatDayTime(lastPostAt)}`]}
          {...(unread > 0 ? { mark: { text: `${unread} new to you`, tone: "good" } } : {})}
        />
      ))}
    </HomeCard>
  );
}
