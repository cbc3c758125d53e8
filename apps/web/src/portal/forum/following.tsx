import type { TopicChoice } from "@org/stores/ten-ocean/port";
import styles from "./forum.module.css";
import { changeFollowing } from "./forum-actions.ts";

const words: Record<TopicChoice | "none", { state: string; choice: TopicChoice; label: string }> = {
  following: {
    state: "You hear of new posts here, at most once in 15 minutes, the way you chose in your profile.",
    choice: "muted",
    label: "Mute this topic",
  },
  muted: {
    state: "You muted this topic: you hear only when somebody names you.",
    choice: "following",
    label: "Follow this topic",
  },
  none: {
    state: "Follow this topic to hear of new posts. Whoever writes here follows it.",
    choice: "following",
    label: "Follow this topic",
  },
};

/** Whether the reader hears of a topic, and the button that changes it. */
export function Following({ topicId, choice = "none" }: { topicId: string; choice?: TopicChoice | "none" }) {
  const { state, choice: next, label } = words[choice];
  return (
    <form action={changeFollowing} className={styles.following}>
      <input type="hidden" name="topicId" value={topicId} />
      <p className="muted" role="status">
        {state}
      </p>
      <button type="submit" name="choice" value={next} className="button quiet">
        {label}
      </button>
    </form>
  );
}
