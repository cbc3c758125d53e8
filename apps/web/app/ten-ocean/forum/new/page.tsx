import { newPostId, newTopicId } from "@org/commands/ten-ocean/forum/forum-request";
import type { Metadata } from "next";
import { TopicForm } from "#src/portal/forum/topic-form.tsx";
import { requireRole } from "#src/session/current-person.ts";

export const metadata: Metadata = { title: "Start a topic" };

export default async function NewTopicPage() {
  await requireRole("resident");
  return (
    <div className="page narrow">
      <TopicForm topicId={newTopicId()} postId={newPostId()} />
    </div>
  );
}
