import { tenOcean } from "../../stores.ts";
import { formatDay } from "../building-time.ts";
import { HomeCard, HomeItem } from "./home-card.tsx";

const shown = 4;

/** Where people write in the forum just now. */
export async function ActiveTopics() {
  const topics = await tenOcean().forum.topics({ limit: shown });
  return (
    <HomeCard
      title="In the forum"
      more={{ href: "/ten-ocean/forum", label: "All topics" }}
      empty="Nobody has opened a topic yet."
    >
      {topics.map(({ topicId, title, createdAt }) => (
        <HomeItem
          key={topicId}
          href={`/ten-ocean/forum/${topicId}`}
          title={title}
          facts={[`Opened ${formatDay(createdAt)}`]}
        />
      ))}
    </HomeCard>
  );
}
