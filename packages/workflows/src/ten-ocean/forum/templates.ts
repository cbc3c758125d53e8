export { forumMention } from "./forum-mention.tsx";
export { forumReplies } from "./forum-replies.tsx";
export { forumTopic } from "./forum-topic.tsx";
